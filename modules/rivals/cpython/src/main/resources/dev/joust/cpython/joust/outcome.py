"""What became of one unit."""
from __future__ import annotations

from typing import NamedTuple, Union


class Done(NamedTuple):
    """The unit was done; whether rightly is the oracle's to say."""

    digest: int
    calls: int
    bytes: int


class Failed(NamedTuple):
    """The unit could not be done; the reason is one sentence."""

    reason: str


Outcome = Union[Done, Failed]


class TrialFailed(Exception):
    """A trial that yields no measurement. The message is the reason, in a sentence."""


def reason(failure: BaseException) -> str:
    """A failure in words, also when it has none of its own."""
    return str(failure) or type(failure).__name__
