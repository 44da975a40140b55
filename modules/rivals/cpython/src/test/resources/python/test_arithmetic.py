"""The arithmetic against golden values, which the JVM's tests read too."""
import json
import os
import sys
import threading
import unittest

from joust import body, digest, hdr, kernels
from joust.gil import switch_counter
from joust.options import Options

with open(os.environ["GOLDEN"], encoding="utf-8") as source:
    GOLDEN = json.load(source)


def number(text):
    return int(text, 16)


class ArithmeticTest(unittest.TestCase):
    def test_children_and_folds(self):
        for g in GOLDEN["children"]:
            self.assertEqual(g["result"], digest.key(digest.child(number(g["seed"]), g["i"])))
        for g in GOLDEN["folds"]:
            self.assertEqual(g["result"], digest.key(digest.fold(number(g["digest"]), number(g["step"]))))

    def test_bodies(self):
        for g in GOLDEN["bodies"]:
            self.assertEqual(g["result"], digest.key(body.digest(number(g["key"]), g["bytes"])))
        self.assertEqual(b"3c1eba8b4dccc148", body.block(1000, 16))
        self.assertEqual(body.block(5)[:100], body.block(5, 100))

    def test_kernels(self):
        for g in GOLDEN["kernels"]:
            kernel = kernels.labelled(g["kernel"])
            self.assertEqual(g["result"], digest.key(kernel(kernels.kernel_seed(number(g["seed"])), g["units"])))

    def test_the_first_segment_holds_the_primes_below_2_to_the_18(self):
        self.assertEqual(digest.fold(0, 23000), kernels.sieve(0, 1))

    def test_an_unknown_kernel_is_refused_with_the_known_ones(self):
        with self.assertRaisesRegex(ValueError, "unknown kernel 'nap'; known: mix, sieve, pbkdf2, objects"):
            kernels.labelled("nap")


class HistogramTest(unittest.TestCase):
    def test_a_percentile_is_at_most_a_thousandth_too_high(self):
        histogram = hdr.Histogram()
        for nanos in range(1, 1_000_001, 1000):
            histogram.record(nanos)
        self.assertTrue(989_001 <= histogram.percentile(99) <= 989_001 * 1.001, histogram.percentile(99))

    def test_nothing_recorded_is_zero(self):
        self.assertEqual(0, hdr.Histogram().percentile(99))

    def test_times_out_of_range_are_clamped(self):
        histogram = hdr.Histogram()
        histogram.record(-5)
        self.assertEqual(0, histogram.percentile(100))
        histogram.record(2 * hdr.MAX_NANOS)
        self.assertTrue(hdr.MAX_NANOS <= histogram.percentile(100) <= hdr.MAX_NANOS * 1.001)


class OptionsTest(unittest.TestCase):
    def options(self, **given):
        return Options("it", given, "interval", "start")

    def test_durations(self):
        self.assertEqual(1_500_000, self.options(interval="1500us").nanos("interval", 1, 2))
        self.assertEqual(2, self.options().nanos("interval", 1, 2))

    def test_a_malformed_option_is_named_with_what_is_expected(self):
        for given, reason in (
                ({"interval": "soon"}, r"option 'interval' of it must be a duration with a unit \(ns, us, ms, s\)"),
                ({"interval": "10ns"}, "option 'interval' of it must be at least 1000ns, found '10ns'")):
            with self.assertRaisesRegex(ValueError, reason):
                self.options(**given).nanos("interval", 1000, 5000)
        with self.assertRaisesRegex(ValueError, "option 'start' of it must be a, b or c, found 'd'"):
            self.options(start="d").choice("start", "a", "a", "b", "c")
        with self.assertRaisesRegex(ValueError, "unknown option 'speed' of it; known: interval, start"):
            self.options(speed="11")


class SwitchCounterTest(unittest.TestCase):
    def test_it_counts_the_switches_between_two_threads_or_is_missing(self):
        before = sys.getswitchinterval()
        switches = switch_counter()
        self.assertEqual(before, sys.getswitchinterval())
        if switches is None:
            self.skipTest("no switch counter on this interpreter")
        start = switches()
        turns = [threading.Semaphore(1), threading.Semaphore(0)]

        def take_turns(me):
            for _ in range(100):
                turns[me].acquire()
                turns[1 - me].release()

        threads = [threading.Thread(target=take_turns, args=(i,)) for i in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertGreaterEqual(switches() - start, 100)


if __name__ == "__main__":
    unittest.main()
