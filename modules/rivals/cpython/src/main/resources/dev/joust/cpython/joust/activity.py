"""How busy the parts of a model are that its units share, in the measured window: Activity of the JVM's trials."""
from __future__ import annotations

from typing import Callable, Dict

from .driver import WindowListener


class WindowActivity(WindowListener):
    """Reads the activity where the window starts and where it ends, between the driver and the referee."""

    def __init__(
            self, activity: Callable[[], Dict[str, float]], clock: Callable[[], int], listener: WindowListener) -> None:
        """activity: what was in use, integrated over time, in nanoseconds by name."""
        self._activity = activity
        self._clock = clock
        self._listener = listener
        self._start: Dict[str, float] = {}
        self._start_nanos = 0
        self._ended = False
        self._figures: Dict[str, float] = {}

    def figures(self) -> Dict[str, float]:
        """The mean of each part in the window, as a counter."""
        return self._figures

    def window_starts(self) -> None:
        self._listener.window_starts()

    def await_reading(self, nanos: int) -> None:
        self._listener.await_reading(nanos)
        if not self._ended:  # the last of several readings before the window counts
            self._start = self._activity()
            self._start_nanos = self._clock()

    def window_ends(self) -> None:
        self._ended = True
        took = self._clock() - self._start_nanos
        if took > 0:
            self._figures = {"window-" + name: max(0.0, (value - self._start[name]) / took)
                             for name, value in self._activity().items() if name in self._start}
        self._listener.window_ends()
