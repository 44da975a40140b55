"""Turns what the recorder saw into results, after the clock: checks every answer, buckets every time."""
from __future__ import annotations

from typing import Any, Dict, List

from .digest import MASK, key
from .hdr import Histogram
from .oracle import Oracle
from .recorder import Recorder
from .steady import Span
from .tasks import Kind

_TENTHS = 10


def wrong(oracle: Oracle, kind: Kind, units: Recorder) -> int:
    """How many units were answered otherwise than the oracle."""
    return sum(oracle.digest(kind, c.seed) != c.outcome.digest for c in units.answered())


def result(oracle: Oracle, span: Span, kind: Kind, in_flight: int, units: Recorder) -> Dict[str, Any]:
    """What one class of work showed."""
    response, service, lag = Histogram(), Histogram(), Histogram()
    done = in_window = answers = 0
    answered = units.answered()
    for c in answered:
        answers += c.outcome.digest
        done += span.contains(c.done)
        in_window += span.overlap(c.intended, c.done)
        if span.contains(c.intended):
            response.record(c.done - c.intended)
            service.record(c.done - c.sent)
            lag.record(c.sent - c.intended)
    for intended, until in units.unfinished:
        in_window += span.overlap(intended, until)
        if span.contains(intended):
            response.record(until - intended)
    failures = {"failed": len(units.failed()), "wrong": wrong(oracle, kind, units), "reasons": units.reasons()}
    return {
        "inFlight": in_flight,
        "counts": {"done": done, "answered": len(answered), "unfinished": len(units.unfinished), "failures": failures},
        "latencies": {
            "response": response.encoded(),
            "service": service.encoded(),
            "lagP99Nanos": lag.percentile(99),
            "meanInFlight": in_window / max(1, span.nanos()),
        },
        "answers": key(answers & MASK),
    }


def series(span: Span, recorders: List[Recorder]) -> List[int]:
    """Units done in each tenth of the window."""
    tenths = [0] * _TENTHS
    for units in recorders:
        for c in units.answered():
            if span.contains(c.done):
                tenths[min(_TENTHS - 1, (c.done - span.start) * _TENTHS // max(1, span.nanos()))] += 1
    return tenths
