"""The requests that a model answers as a server: UnitRequests of the JVM's trials.

GET /units/CLASS/N runs unit N of that class of work. N is a number from 0 to 2^64 - 1, and the seed of the unit. The
answer is its digest as 16 hex digits, in plain text.
"""
from __future__ import annotations

import threading
from typing import Any, Dict, List, NamedTuple, Union
from urllib.parse import unquote

from .digest import MASK, key
from .outcome import Failed, Outcome
from .trial import WorkClass

PREFIX = "/units/"
CONTENT_TYPE = "text/plain; charset=utf-8"
MAX_HEAD = 8_192  # the longest request line, and the most bytes of the headers


class Known(NamedTuple):
    """A request for this unit. tasks_index is an index into the tasks of the setup."""

    tasks_index: int
    seed: int


class Reply(NamedTuple):
    """An answer; text is one line, without its end."""

    status: int
    text: str


class UnitRequests:
    """Which unit a request asks for, and how it is answered. For any number of threads."""

    def __init__(self, classes: List[WorkClass]) -> None:
        self._classes = classes
        self._lock = threading.Lock()
        self._counts = {"requests-answered": 0, "requests-refused": 0, "requests-failed": 0}
        self._indexes: Dict[str, int] = {work_class.name: i for i, work_class in enumerate(classes)}

    def read(self, method: str, target: str) -> Union[Known, Reply]:
        """What a request asks for, or the answer to one that asks for nothing that there is."""
        if method != "GET":
            return self._refused(405, "only GET is known")
        parts = target[len(PREFIX):].split("/") if target.startswith(PREFIX) else []
        if len(parts) != 2:
            return self._refused(404, "known: %sCLASS/N" % PREFIX)
        index = self._indexes.get(unquote(parts[0]))
        if index is None:
            return self._refused(404, "no such class of work; known: %s" % ", ".join(self._indexes))
        if not (parts[1].isascii() and parts[1].isdigit() and len(parts[1]) <= 20) or int(parts[1]) > MASK:
            return self._refused(400, "a unit's number is a whole number from 0 to %d" % MASK)
        return Known(index, int(parts[1]))

    def reply(self, outcome: Outcome) -> Reply:
        """The answer for a unit that has this outcome. Counts it."""
        if isinstance(outcome, Failed):
            self._count("requests-failed")
            return Reply(500, "the unit failed: %s" % " ".join(outcome.reason.splitlines()))
        self._count("requests-answered")
        return Reply(200, key(outcome.digest))

    def counters(self) -> Dict[str, float]:
        """How many requests were answered with a digest, refused, and how many units failed."""
        with self._lock:
            return {name: float(count) for name, count in self._counts.items()}

    def _refused(self, status: int, text: str) -> Reply:
        self._count("requests-refused")
        return Reply(status, text)

    def _count(self, what: str) -> None:
        with self._lock:
            self._counts[what] += 1

    def __reduce__(self) -> Any:
        """A worker process that gets it counts for itself."""
        return UnitRequests, (self._classes,)
