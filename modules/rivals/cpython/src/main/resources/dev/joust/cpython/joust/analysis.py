"""Turns recorded units into results, after the measured window: checks every answer and builds the histograms."""
from __future__ import annotations

from typing import Any, Dict, List

from .digest import MASK, key
from .hdr import Histogram
from .oracle import Oracle
from .recorder import Recorder
from .steady import MeasuredWindow
from .tasks import Tasks

_TENTHS = 10


def wrong(oracle: Oracle, tasks: Tasks, units: Recorder) -> int:
    """The number of units whose answer is not the oracle's."""
    return sum(oracle.digest(tasks, c.seed) != c.outcome.digest for c in units.answered())


def result(oracle: Oracle, window: MeasuredWindow, tasks: Tasks, in_flight: int, units: Recorder) -> Dict[str, Any]:
    """The result of one class of work."""
    response, service, lag = Histogram(), Histogram(), Histogram()
    done = done_within = answers = 0
    answered = units.answered()
    for c in answered:
        answers += c.outcome.digest
        done += window.contains(c.done)
        if window.contains(c.intended):
            done_within += window.contains(c.done)
            response.record(c.done - c.intended)
            service.record(c.done - c.sent)
            lag.record(c.sent - c.intended)
    waited = [until - intended for intended, until in units.unfinished if window.contains(intended)]
    for nanos in waited:
        response.record(nanos)
    failures = {"failed": len(units.failed()), "wrong": wrong(oracle, tasks, units), "reasons": units.reasons()}
    return {
        "inFlight": in_flight,
        "counts": {"done": done, "answered": len(answered), "unfinished": len(units.unfinished), "failures": failures},
        "latencies": {
            "response": response.encoded(),
            "service": service.encoded(),
            "lagP99Nanos": lag.percentile(99),
            "doneWithin": done_within,
        },
        "answers": key(answers & MASK),
        "censored": {"units": len(waited), "leastNanos": min(waited, default=0)},
    }


def series(window: MeasuredWindow, recorders: List[Recorder]) -> List[int]:
    """The number of units done in each tenth of the window."""
    tenths = [0] * _TENTHS
    for units in recorders:
        for c in units.answered():
            if window.contains(c.done):
                tenths[min(_TENTHS - 1, (c.done - window.start) * _TENTHS // max(1, window.nanos()))] += 1
    return tenths
