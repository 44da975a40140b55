"""The completed units of one class of work."""
from __future__ import annotations

from typing import List, NamedTuple, Tuple

from .outcome import Done, Failed, Outcome


class Completion(NamedTuple):
    """One unit that is done or has failed. Instants are those of the driver's clock."""

    seed: int
    intended: int
    sent: int
    done: int
    outcome: Outcome


class Recorder:
    """Any thread appends to its lists, without a lock. Everything expensive happens after the measured window."""

    MAX_REASONS = 5

    def __init__(self) -> None:
        self.completions: List[Completion] = []
        self.unfinished: List[Tuple[int, int]] = []  # (intended, until) of units still in flight at the end

    def answered(self) -> List[Completion]:
        return [c for c in self.completions if isinstance(c.outcome, Done)]

    def failed(self) -> List[str]:
        return [c.outcome.reason for c in self.completions if isinstance(c.outcome, Failed)]

    def reasons(self) -> List[str]:
        """The first few different reasons of failure."""
        return list(dict.fromkeys(self.failed()))[:self.MAX_REASONS]

    def calls(self) -> int:
        return sum(c.outcome.calls for c in self.answered())

    def calling_nanos(self) -> int:
        """The time from sent to done, summed over the units that called the service."""
        return sum(c.done - c.sent for c in self.answered() if c.outcome.calls > 0)

    def bytes(self) -> int:
        return sum(c.outcome.bytes for c in self.answered())
