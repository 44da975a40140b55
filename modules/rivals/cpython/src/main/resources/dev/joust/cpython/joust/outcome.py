"""What became of one unit."""
from __future__ import annotations

from typing import NamedTuple, Union


class Done(NamedTuple):
    """The unit was done. The oracle decides whether the answer is right."""

    digest: int
    calls: int
    bytes: int


class Failed(NamedTuple):
    """The unit could not be done. The reason is one sentence."""

    reason: str


Outcome = Union[Done, Failed]


class TrialFailed(Exception):
    """A trial that yields no measurement. The message is the reason, in one sentence."""


def reason(failure: BaseException) -> str:
    """The message of a failure, or the name of its type if it has none."""
    return str(failure) or type(failure).__name__
