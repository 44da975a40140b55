"""Hands units to the model and takes their completions back, each once."""
from __future__ import annotations

from queue import Empty
from typing import Callable, List, Optional, Set

from .news import News
from .outcome import Failed, Outcome, TrialFailed, reason
from .recorder import Completion, Recorder

MOST_FAILURES = 1_000


class Sending:
    """One unit on its way. A model reads kind and seed, and calls complete once, on any thread."""

    __slots__ = ("work_class", "kind", "seed", "intended", "sent", "completed", "_dispatch")

    def __init__(self, work_class: int, kind: int, seed: int, intended: int, sent: int, dispatch: Dispatch) -> None:
        self.work_class = work_class
        self.kind = kind
        self.seed = seed
        self.intended = intended
        self.sent = sent
        self.completed = False
        self._dispatch = dispatch

    def complete(self, outcome: Outcome) -> None:
        self._dispatch.completed(self, outcome)


class Dispatch:
    """Completions are stamped and recorded on the thread that completes, since a hop to the driver's would cost the
    lock.

    The driver's thread blocks in wait until there is something for it: a unit that failed, the end of what is in
    flight.
    """

    def __init__(self, clock: Callable[[], int], run: Callable[[Sending], None]) -> None:
        self._clock = clock
        self._run = run
        self._open: Set[Sending] = set()
        self._news = News()
        self._recorders: List[Recorder] = []
        self._follow: Optional[Callable[[Sending, int], None]] = None
        self._each = False
        self._left = False
        self._failures = 0
        self.last = 0  # when a unit was last done

    def begin(self, recorders: List[Recorder], follow: Optional[Callable[[Sending, int], None]] = None) -> None:
        """What is done from now on goes there; follow, if any, is called for each unit that did not fail, where it
        completes.
        """
        self._recorders = recorders
        self._follow = follow
        self._each = False
        self.last = self._clock()

    def follow_no_more(self) -> None:
        """From now on each completion wakes the driver."""
        self._each = True
        self._follow = None

    def send(self, work_class: int, unit, intended: int) -> None:
        """Hands a unit over; its completion will be recorded."""
        sending = Sending(work_class, unit[0], unit[1], intended, self._clock(), self)
        self._open.add(sending)
        try:
            self._run(sending)
        except Exception as e:  # whatever the model's reason is, it is the unit's
            sending.complete(Failed(reason(e)))

    def completed(self, sending: Sending, outcome: Outcome) -> None:
        done = self._clock()
        if sending.completed:
            if not self._left:
                self._news.put(TrialFailed("the model completed a unit twice: %d" % sending.seed))
            return
        sending.completed = True
        self.last = done
        self._recorders[sending.work_class].completions.append(
            Completion(sending.seed, sending.intended, sending.sent, done, outcome))
        follow = self._follow
        if isinstance(outcome, Failed):
            self._news.put((sending, outcome))
        elif follow is not None:
            follow(sending, done)  # before this one is out of flight: there is never a moment without either
        self._open.discard(sending)
        if follow is None and (self._each or not self._open):
            self._news.put(None)

    def wait(self, nanos: int) -> Optional[Sending]:
        """Blocks until there is news, at most so long. The unit, if the news is that one failed.

        A TrialFailed when a unit completed twice, or too many failed for the trial to mean anything.
        """
        try:
            news = self._news.get(nanos)
        except Empty:
            return None
        if isinstance(news, TrialFailed):
            raise news
        if news is None:
            return None
        sending, outcome = news
        self._failures += 1
        if self._failures >= MOST_FAILURES:
            raise TrialFailed("%d units failed; the last: %s" % (self._failures, outcome.reason))
        return sending

    def in_flight(self) -> int:
        return len(self._open)

    def leave(self) -> List[Sending]:
        """Waits for nothing more: the units that are still on their way, as of now."""
        self._left = True
        left = list(self._open)
        for sending in left:
            sending.completed = True  # a unit that was left and is done later is one unit, not two
        self._open.clear()
        return left
