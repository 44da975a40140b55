"""Sends units to a model as the load demands, and stamps each one: intended by the load, sent before the model gets it,
done where it completes.

The JVM's driver is a thread that shares nothing with the model. Here the driver would share the interpreter lock:
beside computing threads it would wait for the lock after every unit, and that wait would count as the model's. So in a
closed load the thread that completes a unit records it and hands the next unit to the model, as the driver would. Every
model queues what it is handed, so nothing recurses and no loop is re-entered.

The driver's thread sleeps from one iteration of the warm-up to the next, and through the window. It may see the end of
an iteration or of the window late, by as long as it waits for the lock. The length of the window is not affected: units
are counted by their stamps.
"""
from __future__ import annotations

from typing import Callable, List

from .dispatch import Dispatch, SentUnit
from .outcome import TrialFailed
from .recorder import Recorder
from .steady import READING_LIMIT, MeasuredWindow, Phases, SteadyState, seconds_noise
from .trial import Closed, WarmUp
from .unitsequence import UnitSequence

# How long the units in flight have to finish after the window of a closed load, in nanoseconds.
DRAIN = 300_000_000


class WindowListener:
    """The driver calls it at both marks of the measured window. This one does nothing.

    The referee reads the resource usage at each mark: before the first unit of the window is intended, and before the
    model is closed.
    """

    def window_starts(self) -> None:
        """The window is about to start: once the reading is taken."""

    def window_ends(self) -> None:
        pass

    def await_reading(self, nanos: int) -> None:
        """Waits until the referee has taken its reading at the last mark, at most this long."""


class Driver:
    """For one thread."""

    def __init__(self, clock: Callable[[], int], run: Callable[[SentUnit], None], timeout: int) -> None:
        """timeout: the longest wait for the next completion before the trial fails, in nanoseconds."""
        self._clock = clock
        self._dispatch = Dispatch(clock, run)
        self._timeout = timeout

    def batch(
            self, units: UnitSequence, order: List[int], recorders: List[Recorder],
            listener: WindowListener) -> MeasuredWindow:
        """Sends the whole batch at once and waits until the last unit is done."""
        before = [len(r.completions) for r in recorders]
        listener.window_starts()
        listener.await_reading(READING_LIMIT)
        self._dispatch.begin(recorders)
        start = self._clock()
        for work_class in order:
            self._dispatch.send(work_class, units.next(work_class), start)
        while self._dispatch.in_flight():
            self._wait()
        listener.window_ends()
        listener.await_reading(READING_LIMIT)
        last = max((c.done for r, n in zip(recorders, before) for c in r.completions[n:]), default=start)
        return MeasuredWindow(start, last, True, [])

    def warm_up(
            self, units: UnitSequence, order: List[int], recorders: List[Recorder], limits: WarmUp) -> SteadyState:
        """Repeats a batch until it is steady or the limit of the warm-up is reached, and three times at least."""
        steady = SteadyState(limits.tolerance, seconds_noise)
        end = self._clock() + limits.limit
        while not steady.reached() and (not steady.comparable() or self._clock() < end):
            steady.add(self.batch(units, order, recorders, WindowListener()).nanos() / 1e9)
        return steady

    def closed(
            self, load: Closed, warm_up: WarmUp, units: UnitSequence, recorders: List[Recorder],
            listener: WindowListener) -> MeasuredWindow:
        """Keeps the numbers in flight through the warm-up and the window, then drains the units in flight.

        The first units are spread over the first iteration: sent at once they would stay in step.
        """
        dispatch = self._dispatch

        def follow(unit: SentUnit, done: int) -> None:
            dispatch.send(unit.work_class, units.next(unit.work_class), done)

        dispatch.begin(recorders, follow)
        start = self._clock()
        first = interleaved(load.numbers)
        gap = warm_up.iteration // len(first)
        sent = 0
        phases = Phases(len(first), load.nanos, warm_up, self._clock, start, listener)
        while not phases.over:
            now = self._clock()
            while sent < len(first) and now >= start + sent * gap:
                dispatch.send(first[sent], units.next(first[sent]), start + sent * gap)
                sent += 1
            next_event = phases.next() if sent == len(first) else min(phases.next(), start + sent * gap)
            failed = dispatch.wait(next_event - self._clock())
            if failed is not None:
                dispatch.send(failed.work_class, units.next(failed.work_class), self._clock())
            phases.advance(self._clock(), sum(len(r.completions) for r in recorders))
        dispatch.stop_following()
        listener.await_reading(READING_LIMIT)
        self._drain(recorders)
        return phases.measured_window()

    def _drain(self, recorders: List[Recorder]) -> None:
        """Waits for the units in flight. After DRAIN, the next completion shows that the model is alive, and the rest
        is recorded as unfinished.
        """
        deadline = self._clock() + DRAIN
        while self._dispatch.in_flight():
            self._wait()
            if self._dispatch.last >= deadline:
                now = self._clock()
                for unit in self._dispatch.abandon():
                    recorders[unit.work_class].unfinished.append((unit.intended, now))

    def _wait(self) -> None:
        idle = self._clock() - self._dispatch.last
        if idle >= self._timeout:
            raise TrialFailed("%d units did not complete: none in the last %d ms"
                              % (self._dispatch.in_flight(), self._timeout // 1_000_000))
        self._dispatch.wait(self._timeout - idle)


def interleaved(numbers: List[int]) -> List[int]:
    """The classes of the units that are kept in flight, one of each class in turn."""
    left = list(numbers)
    order = []
    while any(left):
        for work_class, more in enumerate(left):
            if more:
                left[work_class] -= 1
                order.append(work_class)
    return order
