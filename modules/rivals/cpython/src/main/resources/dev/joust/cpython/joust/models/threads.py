"""A pool of threads under CPython's own interpreter lock.

Price: wins when units wait, or compute in native code outside the lock, and needs no asynchronous code. Loses on
computation in Python: one thread computes at a time, whatever the threads and cores. Beside a computing thread, each
unit that returns from I/O waits for the lock (the convoy effect). Costs one thread per slot, and the switches, which
are counted.

Units go through a SimpleQueue, without a Future: its put and get are C code and hold no lock but the interpreter's.

Option: interval, the switch interval, at least 1us; the interpreter's default (5ms) if it is not given.
"""
from __future__ import annotations

import sys
import threading
from queue import SimpleQueue
from typing import Any, Dict, List, Tuple

from .. import interpreter
from ..client import Connection
from ..dispatch import SentUnit
from ..options import Options
from ..outcome import Failed
from . import FrontDoor, Setup, refuse_kernels_on_the_wrong_side_of_the_lock

NAME = "cpython-threads"


def slots(cores: int, in_flight: int, options: Dict[str, str]) -> int:
    return in_flight


def ceiling(setup: Setup) -> Tuple[int, int]:
    """One unit computes at a time, unless this is a build without the lock."""
    locked = getattr(sys, "_is_gil_enabled", lambda: True)()
    return (1 if locked else min(setup.cores, setup.slots)), setup.slots


def start(setup: Setup) -> Runner:
    return Runner(setup)


def serve(setup: Setup, door: FrontDoor) -> Any:
    """A thread per connection, whatever the slots."""
    from .httpthreads import ThreadServer  # only servers pay for http.server

    _configure(setup)
    return ThreadServer(NAME, setup, door, shared_port=False)


def _configure(setup: Setup) -> None:
    options = Options(NAME, setup.options, "interval")
    refuse_kernels_on_the_wrong_side_of_the_lock(NAME, setup.tasks)
    interval = options.nanos("interval", 1_000, 0)
    if interval:
        sys.setswitchinterval(interval / 1e9)


class Runner:
    def __init__(self, setup: Setup) -> None:
        _configure(setup)
        self._tasks = setup.tasks
        self._service = setup.service
        self._queue: SimpleQueue = SimpleQueue()
        self._threads: List[threading.Thread] = [
            threading.Thread(target=self._work, name="%s-%d" % (NAME, i), daemon=True) for i in range(setup.slots)]
        for thread in self._threads:
            thread.start()

    def run(self, unit: SentUnit) -> None:
        self._queue.put(unit)

    def _work(self) -> None:
        service = Connection(self._service)
        while True:
            unit = self._queue.get()
            if unit is None:
                return
            try:
                outcome = interpreter.run(self._tasks[unit.tasks_index], unit.seed, service)
            except Exception as e:  # an error too must complete the unit
                outcome = Failed("%s: %s" % (type(e).__name__, e))
            unit.complete(outcome)

    def counters(self) -> Dict[str, float]:
        return {}

    def close(self) -> None:
        """Ends the waiting threads. The others are daemon threads and end with the process."""
        for _ in self._threads:
            self._queue.put(None)
