"""The results of recorded units."""
import unittest

from joust import analysis
from joust.oracle import Oracle
from joust.outcome import Done
from joust.recorder import Completion, Recorder
from joust.steady import MeasuredWindow

MILLI = 1_000_000


class CensoredTest(unittest.TestCase):
    def result(self, recorder):
        window = MeasuredWindow(100 * MILLI, 200 * MILLI, True, [])
        return analysis.result(Oracle(), window, [], 1, recorder)

    def test_units_unfinished_at_the_end_are_censored_if_they_were_intended_in_the_window(self):
        recorder = Recorder()
        recorder.completions.append(Completion(7, 110 * MILLI, 110 * MILLI, 120 * MILLI, Done(7, 0, 0)))
        recorder.unfinished += [(150 * MILLI, 230 * MILLI), (190 * MILLI, 230 * MILLI), (90 * MILLI, 230 * MILLI)]
        result = self.result(recorder)
        self.assertEqual({"units": 2, "leastNanos": 40 * MILLI}, result["censored"])
        self.assertEqual(3, result["counts"]["unfinished"])

    def test_nothing_is_censored_where_every_unit_is_done(self):
        self.assertEqual({"units": 0, "leastNanos": 0}, self.result(Recorder())["censored"])


if __name__ == "__main__":
    unittest.main()
