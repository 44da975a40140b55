"""The phases of a load, its steadiness and its units with a scripted clock: nothing sleeps, nothing is measured."""
import json
import os
import unittest

from test_driver import Listener

from joust import steady
from joust.trial import WarmUp, WorkClass
from joust.unitsequence import UnitSequence

CLASSES = [WorkClass("one", 2, []), WorkClass("two", 1, [])]


class UnitsTest(unittest.TestCase):
    def test_a_batch_is_spread_by_weight(self):
        self.assertEqual([0, 1, 0, 0, 1, 0], UnitSequence(CLASSES, 0, 1).batch(6))


class SteadyStateTest(unittest.TestCase):
    def test_both_rules_are_those_of_the_jvm(self):
        with open(os.environ["STEADY"], encoding="utf-8") as source:
            cases = json.load(source)
        for case in cases:
            noise = {"counts": steady.count_noise, "seconds": steady.seconds_noise}[case["values"]]
            state = steady.SteadyState(case["tolerance"], noise)
            for value in case["series"]:
                state.add(value)
            self.assertEqual((case["reached"], case["steady"]), (state.reached(), state.steady()), case["name"])
            if case["values"] == "counts":
                self.assertEqual(case["growing"], state.growing(), case["name"])


class PhasesTest(unittest.TestCase):
    def phases(self, limit, longest=10_000, first_units=1):
        listener = Listener()
        limits = WarmUp(limit, 100, 0.1, longest)
        return steady.Phases(first_units, 1000, limits, lambda: self.now, 0, listener), listener

    def advance(self, phases, now, done):
        self.now = now
        phases.advance(now, done)

    def test_the_window_starts_when_steady_and_lasts_its_time(self):
        phases, listener = self.phases(10_000)
        for now, done in ((100, 10), (200, 20), (299, 25)):
            self.advance(phases, now, done)
        self.assertEqual([], listener.events)
        self.advance(phases, 305, 30)
        self.assertEqual(["starts", "read"], listener.events)
        self.assertEqual(1305, phases.next())
        self.advance(phases, 1304, 60)
        self.assertFalse(phases.over)
        self.advance(phases, 1306, 60)
        self.assertEqual(["starts", "read", "ends"], listener.events)
        window = phases.measured_window()
        self.assertEqual((305, 1305, True), (window.start, window.end, window.steady))
        self.assertEqual([10.0, 10.0, 10.0], window.warm_up)

    def test_the_window_starts_at_the_limit_when_it_never_is_steady(self):
        phases, listener = self.phases(300)
        for now, done in ((100, 10), (200, 40), (300, 45)):
            self.advance(phases, now, done)
        self.assertEqual(["starts", "read"], listener.events)
        self.advance(phases, 1300, 50)
        self.assertFalse(phases.measured_window().steady)

    def test_a_model_that_is_cold_at_the_limit_warms_up_until_three_iterations_do_not_grow(self):
        phases, listener = self.phases(500)
        now, done = 0, 0
        for more in (0, 10, 40, 90, 120, 160, 110, 160, 110, 160, 110):
            self.assertEqual([], listener.events)
            now, done = now + 100, done + more
            self.advance(phases, now, done)
        self.assertEqual(["starts", "read"], listener.events)

    def test_a_model_is_cold_until_as_many_units_are_done_as_the_load_began_with(self):
        phases, listener = self.phases(300, first_units=100)
        now, done = 0, 0
        for more in (40, 20, 10, 8, 6, 4, 3, 2, 1, 6, 0, 0):
            self.assertEqual([], listener.events)
            now, done = now + 100, done + more
            self.advance(phases, now, done)
        self.assertEqual(["starts", "read"], listener.events)

    def test_a_slow_model_whose_iterations_agree_is_not_waited_for(self):
        phases, listener = self.phases(300, first_units=100)
        for now, done in ((100, 0), (200, 2), (300, 4)):
            self.advance(phases, now, done)
        self.assertEqual([], listener.events)
        self.advance(phases, 400, 6)
        self.assertEqual(["starts", "read"], listener.events)

    def test_a_model_that_grows_for_ever_is_warm_at_the_longest(self):
        phases, listener = self.phases(500, 700)
        for iteration in range(7):
            self.assertEqual([], listener.events)
            self.advance(phases, 100 * (iteration + 1), 2 ** iteration * 10)
        self.assertEqual(["starts", "read"], listener.events)

    def test_the_window_starts_after_three_iterations_whatever_the_limit(self):
        phases, listener = self.phases(100)
        self.advance(phases, 100, 10)
        self.advance(phases, 200, 20)
        self.assertEqual([], listener.events)
        self.advance(phases, 300, 30)
        self.assertEqual(["starts", "read"], listener.events)

    def test_the_window_starts_when_the_reading_is_taken(self):
        phases, listener = self.phases(300)

        def await_reading(nanos):
            self.assertEqual(steady.READING_LIMIT, nanos)
            self.now += 70

        listener.await_reading = await_reading
        for now, done in ((100, 10), (200, 20), (300, 30)):
            self.advance(phases, now, done)
        self.assertEqual(1370, phases.next())


if __name__ == "__main__":
    unittest.main()
