"""Measures how much of a kernel this runtime computes per millisecond of CPU time.

On one thread, after a warm-up, the fastest of several runs, as the JVM does. CPU time excludes other processes.
"""
from __future__ import annotations

import time
from typing import Callable, Dict, List

from .kernels import kernel_seed, labelled

RUNS = 8
RUN_MILLIS = 40
WARM_UP_MILLIS = 250


def rates(labels: List[str]) -> Dict[str, float]:
    """Units per millisecond of CPU time, by the kernel's label."""
    return {label: _rate(labelled(label)) for label in sorted(labels)}


def _rate(kernel: Callable[[int, int], int]) -> float:
    units = 1
    spent = 0.0
    while spent < WARM_UP_MILLIS:
        millis = _millis(kernel, units)
        spent += millis
        units = units * 2 if millis < RUN_MILLIS else units
    return max(units / _millis(kernel, units) for _ in range(RUNS))


def _millis(kernel: Callable[[int, int], int], units: int) -> float:
    before = time.thread_time_ns()
    kernel(kernel_seed(units), units)
    return max(1, time.thread_time_ns() - before) / 1e6
