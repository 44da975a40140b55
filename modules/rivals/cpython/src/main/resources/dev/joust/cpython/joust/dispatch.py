"""Hands units to the model and takes back the completion of each, once."""
from __future__ import annotations

from queue import Empty
from typing import Callable, List, Optional, Set

from .eventqueue import EventQueue
from .outcome import Failed, Outcome, TrialFailed, reason
from .recorder import Completion, Recorder

MAX_FAILURES = 1_000


class SentUnit:
    """One unit in flight. A model reads tasks_index and seed, and calls complete once, on any thread."""

    __slots__ = ("work_class", "tasks_index", "seed", "intended", "sent", "completed", "_dispatch")

    def __init__(
            self, work_class: int, tasks_index: int, seed: int, intended: int, sent: int, dispatch: Dispatch) -> None:
        self.work_class = work_class
        self.tasks_index = tasks_index
        self.seed = seed
        self.intended = intended
        self.sent = sent
        self.completed = False
        self._dispatch = dispatch

    def complete(self, outcome: Outcome) -> None:
        self._dispatch.complete(self, outcome)


class Dispatch:
    """Stamps and records completions on the completing thread: crossing to the driver's thread would cost the lock.

    The driver's thread blocks in wait until a unit fails or nothing is in flight.
    """

    def __init__(self, clock: Callable[[], int], run: Callable[[SentUnit], None]) -> None:
        self._clock = clock
        self._run = run
        self._units: Set[SentUnit] = set()
        self._events = EventQueue()
        self._recorders: List[Recorder] = []
        self._follow: Optional[Callable[[SentUnit, int], None]] = None
        self._wake_on_each = False
        self._abandoned = False
        self._failures = 0
        self.last = 0  # when a unit was last done

    def begin(self, recorders: List[Recorder], follow: Optional[Callable[[SentUnit, int], None]] = None) -> None:
        """Records into these recorders from now on. Calls follow, if given, where a unit completes without failing."""
        self._recorders = recorders
        self._follow = follow
        self._wake_on_each = False
        self.last = self._clock()

    def stop_following(self) -> None:
        """From now on no unit is followed, and each completion wakes the driver."""
        self._wake_on_each = True
        self._follow = None

    def send(self, work_class: int, unit, intended: int) -> None:
        """Hands a unit to the model; its completion will be recorded."""
        sent_unit = SentUnit(work_class, unit[0], unit[1], intended, self._clock(), self)
        self._units.add(sent_unit)
        try:
            self._run(sent_unit)
        except Exception as e:  # an error of the model fails the unit
            sent_unit.complete(Failed(reason(e)))

    def complete(self, unit: SentUnit, outcome: Outcome) -> None:
        done = self._clock()
        if unit.completed:
            if not self._abandoned:
                self._events.put(TrialFailed("the model completed a unit twice: %d" % unit.seed))
            return
        unit.completed = True
        self.last = done
        self._recorders[unit.work_class].completions.append(
            Completion(unit.seed, unit.intended, unit.sent, done, outcome))
        follow = self._follow
        if isinstance(outcome, Failed):
            self._events.put((unit, outcome))
        elif follow is not None:
            follow(unit, done)  # before this unit leaves the set, so that the set never runs empty in between
        self._units.discard(unit)
        if follow is None and (self._wake_on_each or not self._units):
            self._events.put(None)

    def wait(self, nanos: int) -> Optional[SentUnit]:
        """Waits for the next event, at most this long. Returns a unit if it has failed, else None.

        Raises TrialFailed when a unit completed twice, or when MAX_FAILURES units have failed.
        """
        try:
            event = self._events.get(nanos)
        except Empty:
            return None
        if isinstance(event, TrialFailed):
            raise event
        if event is None:
            return None
        unit, outcome = event
        self._failures += 1
        if self._failures >= MAX_FAILURES:
            raise TrialFailed("%d units failed; the last: %s" % (self._failures, outcome.reason))
        return unit

    def in_flight(self) -> int:
        return len(self._units)

    def abandon(self) -> List[SentUnit]:
        """Stops waiting, and returns the units that are still in flight."""
        self._abandoned = True
        abandoned = list(self._units)
        for unit in abandoned:
            unit.completed = True  # if it is done later it does not count again
        self._units.clear()
        return abandoned
