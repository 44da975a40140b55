"""The options that a scenario gives a model, read and checked."""
from __future__ import annotations

import re
from typing import Dict

_DURATION = re.compile(r"(\d{1,9})\s*(ns|us|ms|s)")
_NANOS = {"ns": 1, "us": 1_000, "ms": 1_000_000, "s": 1_000_000_000}


class Options:
    """Raises ValueError for an unknown or malformed option; the message says what is known."""

    def __init__(self, model: str, given: Dict[str, str], *known: str) -> None:
        self._model = model
        self._given = given
        for name in sorted(given):
            if name not in known:
                raise ValueError("unknown option '%s' of %s; known: %s" % (name, model, ", ".join(known) or "none"))

    def nanos(self, name: str, least: int, otherwise: int) -> int:
        """A duration with a unit, at least least; otherwise if it is not given."""
        if name not in self._given:
            return otherwise
        match = _DURATION.fullmatch(self._given[name])
        if not match:
            raise self._bad(name, "a duration with a unit (ns, us, ms, s), for example 5ms")
        nanos = int(match.group(1)) * _NANOS[match.group(2)]
        if nanos < least:
            raise self._bad(name, "at least %dns" % least)
        return nanos

    def number(self, name: str, least: int, most: int, otherwise: int) -> int:
        """A whole number from least to most, both included; otherwise if it is not given."""
        text = self._given.get(name, str(otherwise))
        if not re.fullmatch(r"[0-9]{1,10}", text) or not least <= int(text) <= most:
            raise self._bad(name, "a whole number from %d to %d" % (least, most))
        return int(text)

    def choice(self, name: str, otherwise: str, *known: str) -> str:
        """One of the known words; otherwise if it is not given."""
        value = self._given.get(name, otherwise)
        if value not in known:
            raise self._bad(name, " or ".join([", ".join(known[:-1]), known[-1]] if known[:-1] else known))
        return value

    def _bad(self, name: str, wanted: str) -> ValueError:
        return ValueError("option '%s' of %s must be %s, found '%s'" % (name, self._model, wanted, self._given[name]))
