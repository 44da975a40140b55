"""What the driver has seen of one class of work."""
from __future__ import annotations

from typing import List, NamedTuple, Tuple

from .outcome import Done, Failed, Outcome


class Completion(NamedTuple):
    """One unit that is done or has failed; instants by the driver's clock."""

    seed: int
    intended: int
    sent: int
    done: int
    outcome: Outcome


class Recorder:
    """A list that any thread appends to: one step, no lock. Everything that costs happens after the clock."""

    REASONS = 5

    def __init__(self) -> None:
        self.completions: List[Completion] = []
        self.unfinished: List[Tuple[int, int]] = []  # (intended, until) of units that were still on their way at the end

    def answered(self) -> List[Completion]:
        return [c for c in self.completions if isinstance(c.outcome, Done)]

    def failed(self) -> List[str]:
        return [c.outcome.reason for c in self.completions if isinstance(c.outcome, Failed)]

    def reasons(self) -> List[str]:
        """The first few different reasons of failure."""
        return list(dict.fromkeys(self.failed()))[:self.REASONS]

    def calls(self) -> int:
        return sum(c.outcome.calls for c in self.answered())

    def bytes(self) -> int:
        return sum(c.outcome.bytes for c in self.answered())
