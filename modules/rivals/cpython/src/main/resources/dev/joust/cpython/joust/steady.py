"""Decides when a warm-up is steady, and tracks the phases of a closed load, by the JVM's rules."""
from __future__ import annotations

import math
from typing import Callable, List, Optional

from .trial import WarmUp

# How long a trial waits for the referee's reading at a mark of the window, in nanoseconds. Then it goes on without.
READING_LIMIT = 2_000_000_000

_COMPARED = 3
_COUNT_DEVIATIONS = 2  # counts may differ by this many standard deviations of a Poisson count
_GROWTH = 1.25  # by how much the last counts exceed those before them where they grow
_TICK_SECONDS = 0.004  # the smallest time for which another thread gets a core


def count_noise(mean: float) -> float:
    """By how much numbers of units differ by chance, as a share of their mean."""
    return _COUNT_DEVIATIONS / math.sqrt(mean)


def seconds_noise(mean: float) -> float:
    """By how much the times of batches differ by chance, as a share of their mean."""
    return _TICK_SECONDS / mean


class SteadyState:
    """The warm-up ends early where the last three iterations agree within the tolerance.

    Where it runs to its limit, they may also differ by their noise. Counts that still grow there are those of a cold
    model.
    """

    def __init__(self, tolerance: float, noise: Callable[[float], float]) -> None:
        self._tolerance = tolerance
        self._noise = noise
        self.series: List[float] = []

    def add(self, value: float) -> None:
        self.series.append(float(value))

    def comparable(self) -> bool:
        """Whether there are enough iterations to compare."""
        return len(self.series) >= _COMPARED

    def reached(self) -> bool:
        """Whether the last three iterations agree within the tolerance."""
        return self._agree(lambda mean: self._tolerance)

    def steady(self) -> bool:
        """Whether the last three iterations agree within the tolerance or their noise."""
        return self._agree(lambda mean: max(self._tolerance, self._noise(mean)))

    def growing(self) -> bool:
        """Whether the last three counts exceed those before them, three at most, by a quarter, and by more than chance.

        The first does not count: the first units of a load are spread over it.
        """
        before, last = self.series[1:-_COMPARED][-_COMPARED:], self.series[-_COMPARED:]
        if not before:
            return False
        now, then = sum(last) / len(last), sum(before) / len(before)
        return now > _GROWTH * then and now - then > math.sqrt(now / len(last) + then / len(before))

    def _agree(self, allowed: Callable[[float], float]) -> bool:
        if not self.comparable():
            return False
        last = self.series[-_COMPARED:]
        mean = sum(last) / _COMPARED
        return mean > 0 and (max(last) - min(last)) / mean <= allowed(mean)


class MeasuredWindow:
    """The measured window of a load. Instants are those of the driver's clock."""

    def __init__(self, start: int, end: int, steady: bool, warm_up: List[float]) -> None:
        self.start = start
        self.end = end
        self.steady = steady
        self.warm_up = warm_up

    def nanos(self) -> int:
        return self.end - self.start

    def contains(self, instant: int) -> bool:
        return self.start <= instant <= self.end


class Phases:
    """The phases of a closed load: iterations of the warm-up, then the measured window. For the driver's thread.

    Between them the thread waits until the referee has taken its reading. The load goes on meanwhile.
    """

    def __init__(
            self, first_units: int, window: int, warm_up: WarmUp, clock: Callable[[], int], start: int,
            listener) -> None:
        """first_units: how many units the load begins with."""
        self._first_units = first_units
        self._window = window
        self._iteration = warm_up.iteration
        self._warm_up_ends = start + warm_up.limit
        self._latest_end = start + warm_up.longest
        self._iteration_ends = start + warm_up.iteration
        self._steady_state = SteadyState(warm_up.tolerance, count_noise)
        self._clock = clock
        self._marks = listener
        self._counted = 0
        self._calm = 0  # iterations since one of a cold model
        self._window_starts: Optional[int] = None
        self.over = False

    def next(self) -> int:
        """The next instant at which the phase may change."""
        return self._iteration_ends if self._window_starts is None else self._window_starts + self._window

    def advance(self, now: int, done: int) -> None:
        """Moves to the next phase if its time has come. done is the number of units done so far."""
        if self.over or now < self.next():
            return
        if self._window_starts is not None:
            self.over = True
            self._marks.window_ends()
            return
        state = self._steady_state
        state.add(done - self._counted)
        self._counted = done
        self._iteration_ends += self._iteration
        first_units_wait = done < self._first_units and not state.reached()
        self._calm = 0 if state.growing() or first_units_wait else self._calm + 1
        warm = self._calm > 0 and state.reached() or self._calm >= _COMPARED and now >= self._warm_up_ends
        if state.comparable() and (warm or now >= self._latest_end):
            self._marks.window_starts()
            self._marks.await_reading(READING_LIMIT)
            self._window_starts = self._clock()

    def measured_window(self) -> MeasuredWindow:
        """The measured window, once it is over."""
        start = self._window_starts or 0
        return MeasuredWindow(start, start + self._window, self._steady_state.steady(), self._steady_state.series)
