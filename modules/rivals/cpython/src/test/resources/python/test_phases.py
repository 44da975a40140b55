"""The phases of a load, its steadiness and its units with a scripted clock: nothing sleeps, nothing is measured."""
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
    def reached(self, *values):
        state = steady.SteadyState(0.1)
        for value in values:
            state.add(value)
        return state.reached()

    def test_three_iterations_within_the_tolerance_are_steady(self):
        self.assertTrue(self.reached(50, 100, 105, 95.5))
        self.assertFalse(self.reached(100, 111, 100))
        self.assertFalse(self.reached(100, 100))
        self.assertFalse(self.reached(0, 0, 0))


class PhasesTest(unittest.TestCase):
    def phases(self, limit):
        listener = Listener()
        return steady.Phases(1000, WarmUp(limit, 100, 0.1), 0, listener), listener

    def test_the_window_starts_when_steady_and_lasts_its_time(self):
        phases, listener = self.phases(10_000)
        for now, done in ((100, 10), (200, 20), (299, 25)):
            phases.advance(now, done)
        self.assertEqual([], listener.events)
        phases.advance(305, 30)
        self.assertEqual(["starts"], listener.events)
        self.assertEqual(1305, phases.next())
        phases.advance(1304, 60)
        self.assertFalse(phases.over)
        phases.advance(1306, 60)
        self.assertEqual(["starts", "ends"], listener.events)
        window = phases.measured_window()
        self.assertEqual((305, 1305, True), (window.start, window.end, window.steady))
        self.assertEqual([10.0, 10.0, 10.0], window.warm_up)

    def test_the_window_starts_at_the_limit_when_it_never_is_steady(self):
        phases, listener = self.phases(200)
        phases.advance(100, 10)
        phases.advance(200, 40)
        self.assertEqual(["starts"], listener.events)
        phases.advance(1200, 50)
        self.assertFalse(phases.measured_window().steady)


if __name__ == "__main__":
    unittest.main()
