"""The driver with a fake clock and a fake model: nothing sleeps, nothing is measured."""
import unittest
from unittest import mock

from joust import driver
from joust.dispatch import MAX_FAILURES
from joust.outcome import Done, Failed, TrialFailed
from joust.recorder import Recorder
from joust.trial import Closed, WarmUp, WorkClass
from joust.unitsequence import UnitSequence

CLASSES = [WorkClass("one", 2, []), WorkClass("two", 1, [])]


class Model:
    """Completes one unit after another, each `times` times, in a millisecond each."""

    def __init__(self, outcome=lambda unit: Done(unit.seed, 1, 2), times=1):
        self.now = 0
        self.handed = []
        self.outcome = outcome
        self.times = times
        self._busy = False

    def clock(self):
        self.now += 1_000
        return self.now

    def run(self, unit):
        self.handed.append(unit)
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
    """Completes its oldest unit each time the clock is read, up to `most` times."""

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

    def run(self, unit):
        self.held.append(unit)
        self.most = max(self.most, len(self.held))


class Listener(driver.WindowListener):
    def __init__(self):
        self.events = []

    def window_starts(self):
        self.events.append("starts")

    def window_ends(self):
        self.events.append("ends")

    def await_reading(self, nanos):
        self.events.append("read")


def seeds(recorder):
    return [c.seed for c in recorder.completions]


class DriverTest(unittest.TestCase):
    def batch(self, model, order=(0, 0, 1), timeout=1):
        recorders = [Recorder(), Recorder()]
        listener = Listener()
        one = driver.Driver(model.clock, model.run, timeout)
        window = one.batch(UnitSequence(CLASSES, 2, 42), list(order), recorders, listener)
        return window, recorders, listener

    def test_a_batch_is_sent_whole_and_recorded_by_class(self):
        window, recorders, listener = self.batch(Model())
        expected = UnitSequence(CLASSES, 2, 42)
        self.assertEqual([expected.next(0)[1], expected.next(0)[1]], seeds(recorders[0]))
        self.assertEqual([expected.next(1)[1]], seeds(recorders[1]))
        self.assertEqual(["starts", "read", "ends", "read"], listener.events)
        self.assertEqual(window.end, recorders[1].completions[-1].done)
        for recorder in recorders:
            for c in recorder.completions:
                self.assertEqual(window.start, c.intended)
                self.assertLess(c.intended, c.sent)
                self.assertLess(c.sent, c.done)

    def test_a_batch_ends_with_its_own_last_unit(self):
        model = Model()
        recorders = [Recorder(), Recorder()]
        one = driver.Driver(model.clock, model.run, 1)
        unit = UnitSequence(CLASSES, 0, 1)
        first = one.batch(unit, [1], recorders, Listener())
        second = one.batch(unit, [0], recorders, Listener())
        self.assertLess(first.end, second.start)
        self.assertEqual(recorders[0].completions[0].done, second.end)

    def test_the_readings_are_taken_while_no_unit_of_a_batch_runs(self):
        model = Model()
        seen = []
        listener = Listener()
        listener.await_reading = lambda nanos: seen.append(model.now // 1_000_000)
        driver.Driver(model.clock, model.run, 1).batch(
            UnitSequence(CLASSES, 2, 42), [0, 0], [Recorder(), Recorder()], listener)
        self.assertEqual([0, 2], seen)

    def test_a_warm_up_repeats_a_batch_three_times_whatever_its_limit(self):
        model = Model()
        warm = driver.Driver(model.clock, model.run, 1).warm_up(
            UnitSequence(CLASSES, 2, 42), [0], [Recorder(), Recorder()], WarmUp(0, 1, 0.0, 0))
        self.assertEqual(3, len(warm.series))

    def test_a_model_that_never_completes_fails_the_trial(self):
        model = Model(times=0)
        with self.assertRaisesRegex(TrialFailed, "3 units did not complete: none in the last 0 ms"):
            self.batch(model)

    def test_a_model_that_completes_twice_fails_the_trial(self):
        never = []
        model = Model(times=2)
        first = model.run
        model.run = lambda unit: first(unit) if not never else None
        recorders = [Recorder(), Recorder()]
        one = driver.Driver(model.clock, lambda s: (model.run(s), never.append(s)), 10_000_000_000)
        with self.assertRaisesRegex(TrialFailed, "the model completed a unit twice"):
            one.batch(UnitSequence(CLASSES, 2, 42), [0, 0], recorders, Listener())

    def test_a_unit_that_fails_is_recorded_with_its_reason(self):
        _, recorders, _ = self.batch(Model(lambda unit: Failed("no luck")))
        self.assertEqual(["no luck"], recorders[0].reasons())
        self.assertEqual(2, len(recorders[0].failed()))

    def test_a_model_that_raises_has_failed_the_unit(self):
        def run(unit):
            raise RuntimeError("the pool is broken")

        recorders = [Recorder()]
        driver.Driver(Model().clock, run, 1).batch(UnitSequence(CLASSES, 0, 1), [0], recorders, Listener())
        self.assertEqual(["the pool is broken"], recorders[0].reasons())

    def test_too_many_failures_end_a_closed_load(self):
        model = Model(lambda unit: Failed("no luck"))
        load = Closed([1, 0], 10 ** 15)
        with self.assertRaisesRegex(TrialFailed, "%d units failed; the last: no luck" % MAX_FAILURES):
            driver.Driver(model.clock, model.run, 1).closed(
                load, WarmUp(10 ** 12, 10 ** 10, 0.1, 10 ** 12), UnitSequence(CLASSES, 0, 1), [Recorder(), Recorder()],
                Listener())

    def test_the_first_units_of_a_closed_load_are_taken_in_turn(self):
        self.assertEqual([0, 1, 0, 0], driver.interleaved([3, 1]))
        self.assertEqual([1], driver.interleaved([0, 1]))


class ClosedLoadTest(unittest.TestCase):
    WARM_UP = WarmUp(3_000, 1_000, 0.0, 9_000)

    def drive(self, model, numbers, timeout=10 ** 9):
        recorders = [Recorder(), Recorder()]
        listener = Listener()
        one = driver.Driver(model.clock, model.run, timeout)
        window = one.closed(Closed(numbers, 5_000), self.WARM_UP, UnitSequence(CLASSES, 0, 1), recorders, listener)
        return window, recorders, listener

    def test_each_unit_that_is_done_is_followed_by_one_of_its_class(self):
        model = Ticking()
        window, recorders, listener = self.drive(model, [3, 1])
        self.assertEqual(4, model.most)
        self.assertEqual(["starts", "read", "ends", "read"], listener.events)
        self.assertEqual(5_000, window.nanos())
        self.assertEqual([], model.held)
        expected = UnitSequence(CLASSES, 0, 1)
        for work_class, recorder in enumerate(recorders):
            self.assertGreater(len(recorder.completions), 10)
            self.assertEqual({expected.next(work_class)[1] for _ in recorder.completions}, set(seeds(recorder)))
            done = {c.done for c in recorder.completions}
            follow = [c for c in recorder.completions if c.intended in done]
            self.assertEqual(len(recorder.completions) - [3, 1][work_class], len(follow))

    def test_units_of_a_long_queue_are_unfinished_with_the_time_that_they_waited(self):
        with mock.patch.object(driver, "DRAIN", 0):
            model = Ticking()
            _, recorders, _ = self.drive(model, [5, 0])
        self.assertGreater(len(model.held), 0)
        self.assertEqual(len(model.held), len(recorders[0].unfinished))
        for intended, until in recorders[0].unfinished:
            self.assertGreater(until, intended)

    def test_an_unfinished_unit_that_is_done_later_does_not_count_again(self):
        with mock.patch.object(driver, "DRAIN", 0):
            model = Ticking()
            _, recorders, _ = self.drive(model, [5, 0])
        done = len(recorders[0].completions)
        self.assertGreater(len(model.held), 0)
        for unit in model.held:
            unit.complete(Done(unit.seed, 0, 0))
        self.assertEqual(done, len(recorders[0].completions))

    def test_a_model_that_stops_fails_the_trial_after_the_window(self):
        model = Ticking(most=30)
        with self.assertRaisesRegex(TrialFailed, "2 units did not complete"):
            self.drive(model, [2, 0], timeout=50)


if __name__ == "__main__":
    unittest.main()
