"""Sends units to a model as a load asks, and stamps them: intended by the load, sent before the model has it, done
where it is done.

The JVM's driver is a thread of its own that shares nothing with the model. Here it would share the interpreter
lock: beside threads that compute it would wait for the lock after every single unit, and that wait would be charged
to the model as a second convoy. So in a closed load the thread that completes a unit records it and hands its
successor over, by the same door that the driver uses; every model queues what it is handed, so nothing recurses and
no loop is re-entered. The driver's thread sleeps from one iteration of the warm-up to the next, and through the
window. What is left of it under the lock: the ends of iterations and of the window may be seen late, by as long as
a thread that comes back from a wait waits for the lock. The window's length is not affected, since units are
counted by their stamps.
"""
from __future__ import annotations

from typing import Callable, List

from .dispatch import Dispatch, Sending
from .outcome import TrialFailed
from .recorder import Recorder
from .steady import Phases, Span, SteadyState
from .trial import Closed, WarmUp
from .units import Units

# After the window of a closed load, units have this long to be done; a queue of minutes is not waited for.
DRAIN = 300_000_000


class NoMarks:
    """Told by the driver when the measured window starts and ends."""

    def window_starts(self) -> None:
        pass

    def window_ends(self) -> None:
        pass


class Driver:
    """For one thread."""

    def __init__(self, clock: Callable[[], int], run: Callable[[Sending], None], timeout: int) -> None:
        """timeout: how many nanoseconds to wait for the next completion before the trial fails."""
        self._clock = clock
        self._dispatch = Dispatch(clock, run)
        self._timeout = timeout

    def batch(self, units: Units, order: List[int], recorders: List[Recorder], marks: NoMarks) -> Span:
        """Sends the batch at once, waits until the last unit is done."""
        before = [len(r.completions) for r in recorders]
        marks.window_starts()
        self._dispatch.begin(recorders)
        start = self._clock()
        for work_class in order:
            self._dispatch.send(work_class, units.next(work_class), start)
        while self._dispatch.in_flight():
            self._wait()
        marks.window_ends()
        last = max((c.done for r, n in zip(recorders, before) for c in r.completions[n:]), default=start)
        return Span(start, last, True, [])

    def settle(self, units: Units, order: List[int], recorders: List[Recorder], warm_up: WarmUp) -> SteadyState:
        """Repeats a batch, until it is steady or the warm-up's time is over."""
        steady = SteadyState(warm_up.tolerance)
        end = self._clock() + warm_up.limit
        while not steady.reached() and self._clock() < end:
            steady.add(self.batch(units, order, recorders, NoMarks()).nanos() / 1e9)
        return steady

    def closed(self, load: Closed, warm_up: WarmUp, units: Units, recorders: List[Recorder], marks: NoMarks) -> Span:
        """Keeps the numbers in flight through the warm-up and the window, then lets the units that are on their way
        finish.

        The first units are spread over the first iteration: sent at once they would stay in step.
        """
        dispatch = self._dispatch

        def follow(sending: Sending, done: int) -> None:
            dispatch.send(sending.work_class, units.next(sending.work_class), done)

        dispatch.begin(recorders, follow)
        start = self._clock()
        first = in_turn(load.numbers)
        gap = warm_up.iteration // len(first)
        begun = 0
        phases = Phases(load.nanos, warm_up, start, marks)
        while not phases.over:
            now = self._clock()
            while begun < len(first) and now >= start + begun * gap:
                dispatch.send(first[begun], units.next(first[begun]), start + begun * gap)
                begun += 1
            soon = phases.next() if begun == len(first) else min(phases.next(), start + begun * gap)
            failed = dispatch.wait(soon - self._clock())
            if failed is not None:
                dispatch.send(failed.work_class, units.next(failed.work_class), self._clock())
            phases.at(self._clock(), sum(len(r.completions) for r in recorders))
        self._drain(recorders)
        return phases.span()

    def _drain(self, recorders: List[Recorder]) -> None:
        """Waits for what is in flight; but of a queue that takes longer than DRAIN, as long as it moves, the rest is
        left.
        """
        enough = self._clock() + DRAIN
        self._dispatch.follow_no_more()
        while self._dispatch.in_flight():
            self._wait()
            if self._dispatch.last >= enough:
                now = self._clock()
                for left in self._dispatch.leave():
                    recorders[left.work_class].unfinished.append((left.intended, now))

    def _wait(self) -> None:
        idle = self._clock() - self._dispatch.last
        if idle >= self._timeout:
            raise TrialFailed("%d units did not complete: none in the last %d ms"
                              % (self._dispatch.in_flight(), self._timeout // 1_000_000))
        self._dispatch.wait(self._timeout - idle)


def in_turn(numbers: List[int]) -> List[int]:
    """The classes of the units that are kept in flight, taken in turn."""
    left = list(numbers)
    order = []
    while any(left):
        for work_class, more in enumerate(left):
            if more:
                left[work_class] -= 1
                order.append(work_class)
    return order
