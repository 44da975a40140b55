"""Decides when a warm-up is steady, and tracks the phases of a closed load, by the JVM's rules."""
from __future__ import annotations

from typing import List, Optional

from .trial import WarmUp


class SteadyState:
    def __init__(self, tolerance: float) -> None:
        self._tolerance = tolerance
        self.series: List[float] = []

    def add(self, value: float) -> None:
        self.series.append(float(value))

    def reached(self) -> bool:
        """Whether the last three iterations agree within the tolerance."""
        last = self.series[-3:]
        if len(last) < 3:
            return False
        mean = sum(last) / 3
        return mean > 0 and (max(last) - min(last)) / mean <= self._tolerance


class MeasuredWindow:
    """The measured window of a load. Instants are those of the driver's clock."""

    def __init__(self, start: int, end: int, steady: bool, warm_up: List[float]) -> None:
        self.start = start
        self.end = end
        self.steady = steady
        self.warm_up = warm_up

    def nanos(self) -> int:
        return self.end - self.start

    def overlap(self, begin: int, until: int) -> int:
        """How many nanoseconds between two instants lie within the window."""
        return max(0, min(until, self.end) - max(begin, self.start))

    def contains(self, instant: int) -> bool:
        return self.start <= instant <= self.end


class Phases:
    """The phases of a closed load: iterations of the warm-up, then the measured window. For the driver's thread."""

    def __init__(self, window: int, warm_up: WarmUp, start: int, listener) -> None:
        self._window = window
        self._iteration = warm_up.iteration
        self._warm_up_ends = start + warm_up.limit
        self._iteration_ends = start + warm_up.iteration
        self._steady_state = SteadyState(warm_up.tolerance)
        self._marks = listener
        self._counted = 0
        self._steady = False
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
        self._steady_state.add(done - self._counted)
        self._counted = done
        self._iteration_ends += self._iteration
        self._steady = self._steady_state.reached()
        if self._steady or now >= self._warm_up_ends:
            self._marks.window_starts()
            self._window_starts = now

    def measured_window(self) -> MeasuredWindow:
        """The measured window, once it is over."""
        start = self._window_starts or 0
        return MeasuredWindow(start, start + self._window, self._steady, self._steady_state.series)
