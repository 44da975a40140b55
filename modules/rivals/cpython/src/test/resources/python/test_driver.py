"""The driver, on a clock and a model of the test's own: nothing sleeps, nothing is measured."""
import unittest
from unittest import mock

from joust import driver, steady, units
from joust.dispatch import MOST_FAILURES
from joust.outcome import Done, Failed, TrialFailed
from joust.recorder import Recorder
from joust.trial import Closed, WarmUp, WorkClass

CLASSES = [WorkClass("one", 2, []), WorkClass("two", 1, [])]


class Model:
    """Completes each unit in turn, as often as it is told to; each takes a millisecond."""

    def __init__(self, outcome=lambda sending: Done(sending.seed, 1, 2), times=1):
        self.now = 0
        self.handed = []
        self.outcome = outcome
        self.times = times
        self._busy = False

    def clock(self):
        self.now += 1_000
        return self.now

    def run(self, sending):
        self.handed.append(sending)
        if self._busy:
            return  # a model queues what it is handed from within a completion
        self._busy = True
        while self.handed:
            unit = self.handed.pop(0)
            self.now += 1_000_000
            for _ in range(self.times):
                unit.complete(self.outcome(unit))
        self._busy = False


class Ticking:
    """Completes the unit that it has held the longest whenever someone looks at the clock, so many times."""

    def __init__(self, most=10 ** 9):
        self.now = 0
        self.held = []
        self.most = 0
        self._left = most
        self._busy = False

    def clock(self):
        self.now += 10
        if self.held and self._left and not self._busy:
            self._busy = True
            self._left -= 1
            unit = self.held.pop(0)
            unit.complete(Done(unit.seed, 0, 0))
            self._busy = False
        return self.now

    def run(self, sending):
        self.held.append(sending)
        self.most = max(self.most, len(self.held))


class Marks(driver.NoMarks):
    def __init__(self):
        self.heard = []

    def window_starts(self):
        self.heard.append("starts")

    def window_ends(self):
        self.heard.append("ends")


def seeds(recorder):
    return [c.seed for c in recorder.completions]


class DriverTest(unittest.TestCase):
    def batch(self, model, order=(0, 0, 1), timeout=1):
        recorders = [Recorder(), Recorder()]
        marks = Marks()
        one = driver.Driver(model.clock, model.run, timeout)
        span = one.batch(units.Units(CLASSES, 2, 42), list(order), recorders, marks)
        return span, recorders, marks

    def test_a_batch_is_sent_whole_and_recorded_by_class(self):
        span, recorders, marks = self.batch(Model())
        expected = units.Units(CLASSES, 2, 42)
        self.assertEqual([expected.next(0)[1], expected.next(0)[1]], seeds(recorders[0]))
        self.assertEqual([expected.next(1)[1]], seeds(recorders[1]))
        self.assertEqual(["starts", "ends"], marks.heard)
        self.assertEqual(span.end, recorders[1].completions[-1].done)
        for recorder in recorders:
            for c in recorder.completions:
                self.assertEqual(span.start, c.intended)
                self.assertLess(c.intended, c.sent)
                self.assertLess(c.sent, c.done)

    def test_the_end_is_that_of_this_batch_not_of_one_before(self):
        model = Model()
        recorders = [Recorder(), Recorder()]
        one = driver.Driver(model.clock, model.run, 1)
        unit = units.Units(CLASSES, 0, 1)
        first = one.batch(unit, [1], recorders, Marks())
        second = one.batch(unit, [0], recorders, Marks())
        self.assertLess(first.end, second.start)
        self.assertEqual(recorders[0].completions[0].done, second.end)

    def test_a_model_that_never_completes_fails_the_trial(self):
        model = Model(times=0)
        with self.assertRaisesRegex(TrialFailed, "3 units did not complete: none in the last 0 ms"):
            self.batch(model)

    def test_a_model_that_completes_twice_fails_the_trial(self):
        never = []
        model = Model(times=2)
        first = model.run
        model.run = lambda sending: first(sending) if not never else None
        recorders = [Recorder(), Recorder()]
        one = driver.Driver(model.clock, lambda s: (model.run(s), never.append(s)), 10_000_000_000)
        with self.assertRaisesRegex(TrialFailed, "the model completed a unit twice"):
            one.batch(units.Units(CLASSES, 2, 42), [0, 0], recorders, Marks())

    def test_a_unit_that_fails_is_recorded_with_its_reason(self):
        _, recorders, _ = self.batch(Model(lambda sending: Failed("no luck")))
        self.assertEqual(["no luck"], recorders[0].reasons())
        self.assertEqual(2, len(recorders[0].failed()))

    def test_a_model_that_raises_has_failed_the_unit(self):
        def run(sending):
            raise RuntimeError("the pool is broken")

        recorders = [Recorder()]
        driver.Driver(Model().clock, run, 1).batch(units.Units(CLASSES, 0, 1), [0], recorders, Marks())
        self.assertEqual(["the pool is broken"], recorders[0].reasons())

    def test_too_many_failures_end_a_closed_load(self):
        model = Model(lambda sending: Failed("no luck"))
        load = Closed([1, 0], 10 ** 15)
        with self.assertRaisesRegex(TrialFailed, "%d units failed; the last: no luck" % MOST_FAILURES):
            driver.Driver(model.clock, model.run, 1).closed(
                load, WarmUp(10 ** 12, 10 ** 10, 0.1), units.Units(CLASSES, 0, 1), [Recorder(), Recorder()], Marks())

    def test_the_first_units_of_a_closed_load_are_taken_in_turn(self):
        self.assertEqual([0, 1, 0, 0], driver.in_turn([3, 1]))
        self.assertEqual([1], driver.in_turn([0, 1]))


class ClosedLoadTest(unittest.TestCase):
    WARM_UP = WarmUp(3_000, 1_000, 0.0)

    def drive(self, model, numbers, timeout=10 ** 9):
        recorders = [Recorder(), Recorder()]
        marks = Marks()
        one = driver.Driver(model.clock, model.run, timeout)
        span = one.closed(Closed(numbers, 5_000), self.WARM_UP, units.Units(CLASSES, 0, 1), recorders, marks)
        return span, recorders, marks

    def test_each_unit_that_is_done_is_followed_by_one_of_its_class(self):
        model = Ticking()
        span, recorders, marks = self.drive(model, [3, 1])
        self.assertEqual(4, model.most)
        self.assertEqual(["starts", "ends"], marks.heard)
        self.assertEqual(5_000, span.nanos())
        self.assertEqual([], model.held)
        expected = units.Units(CLASSES, 0, 1)
        for work_class, recorder in enumerate(recorders):
            self.assertGreater(len(recorder.completions), 10)
            self.assertEqual({expected.next(work_class)[1] for _ in recorder.completions}, set(seeds(recorder)))
            done = {c.done for c in recorder.completions}
            follow = [c for c in recorder.completions if c.intended in done]
            self.assertEqual(len(recorder.completions) - [3, 1][work_class], len(follow))

    def test_a_queue_that_takes_too_long_is_left_with_the_time_that_it_waited(self):
        with mock.patch.object(driver, "DRAIN", 0):
            model = Ticking()
            _, recorders, _ = self.drive(model, [5, 0])
        self.assertGreater(len(model.held), 0)
        self.assertEqual(len(model.held), len(recorders[0].unfinished))
        for intended, until in recorders[0].unfinished:
            self.assertGreater(until, intended)

    def test_a_unit_that_was_left_and_is_done_later_counts_once(self):
        with mock.patch.object(driver, "DRAIN", 0):
            model = Ticking()
            _, recorders, _ = self.drive(model, [5, 0])
        done = len(recorders[0].completions)
        self.assertGreater(len(model.held), 0)
        for sending in model.held:
            sending.complete(Done(sending.seed, 0, 0))
        self.assertEqual(done, len(recorders[0].completions))

    def test_a_model_that_stops_fails_the_trial_after_the_window(self):
        model = Ticking(most=30)
        with self.assertRaisesRegex(TrialFailed, "2 units did not complete"):
            self.drive(model, [2, 0], timeout=50)


class UnitsTest(unittest.TestCase):
    def test_a_batch_is_spread_by_weight(self):
        self.assertEqual([0, 1, 0, 0, 1, 0], units.Units(CLASSES, 0, 1).batch(6))


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
        marks = Marks()
        return steady.Phases(1000, WarmUp(limit, 100, 0.1), 0, marks), marks

    def test_the_window_starts_when_steady_and_lasts_its_time(self):
        phases, marks = self.phases(10_000)
        for now, done in ((100, 10), (200, 20), (299, 25)):
            phases.at(now, done)
        self.assertEqual([], marks.heard)
        phases.at(305, 30)
        self.assertEqual(["starts"], marks.heard)
        self.assertEqual(1305, phases.next())
        phases.at(1304, 60)
        self.assertFalse(phases.over)
        phases.at(1306, 60)
        self.assertEqual(["starts", "ends"], marks.heard)
        span = phases.span()
        self.assertEqual((305, 1305, True, [10.0, 10.0, 10.0]), (span.start, span.end, span.steady, span.warm_up))

    def test_the_window_starts_at_the_limit_when_it_never_is_steady(self):
        phases, marks = self.phases(200)
        phases.at(100, 10)
        phases.at(200, 40)
        self.assertEqual(["starts"], marks.heard)
        phases.at(1200, 50)
        self.assertFalse(phases.span().steady)


if __name__ == "__main__":
    unittest.main()
