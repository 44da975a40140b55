"""A pool of threads under CPython's own interpreter lock.

Price: wins when units wait, or compute in native code outside the lock, and is the model that needs no other style
of programming. Loses on computation in Python: however many threads and cores, one computes; and each unit that
comes back from I/O beside one that computes waits for the lock (the convoy). Costs a thread a slot, and the
switches, which are counted.

Units are handed over by a SimpleQueue, without a Future for each: its put and get are C code, and hold no lock but
the interpreter's.

Option: interval, the switch interval, the interpreter's own (5ms) unless given, at least 1us.
"""
from __future__ import annotations

import sys
import threading
from queue import SimpleQueue
from typing import Dict, List, Tuple

from .. import interpreter
from ..client import Connection
from ..dispatch import Sending
from ..options import Options
from ..outcome import Failed
from . import Setup, refuse_what_the_lock_forbids

NAME = "cpython-threads"


def slots(cores: int, in_flight: int) -> int:
    return in_flight


def ceiling(setup: Setup) -> Tuple[int, int]:
    """One computes, unless this is a build without the lock."""
    locked = getattr(sys, "_is_gil_enabled", lambda: True)()
    return (1 if locked else min(setup.cores, setup.slots)), setup.slots


def start(setup: Setup) -> Runner:
    return Runner(setup)


class Runner:
    def __init__(self, setup: Setup) -> None:
        options = Options(NAME, setup.options, "interval")
        refuse_what_the_lock_forbids(NAME, setup.kinds)
        interval = options.nanos("interval", 1_000, 0)
        if interval:
            sys.setswitchinterval(interval / 1e9)
        self._kinds = setup.kinds
        self._service = setup.service
        self._queue: SimpleQueue = SimpleQueue()
        self._threads: List[threading.Thread] = [
            threading.Thread(target=self._work, name="%s-%d" % (NAME, i), daemon=True) for i in range(setup.slots)]
        for thread in self._threads:
            thread.start()

    def run(self, sending: Sending) -> None:
        self._queue.put(sending)

    def _work(self) -> None:
        service = Connection(self._service)
        while True:
            sending = self._queue.get()
            if sending is None:
                return
            try:
                outcome = interpreter.run(self._kinds[sending.kind], sending.seed, service)
            except Exception as e:  # an error too must not leave its unit open
                outcome = Failed("%s: %s" % (type(e).__name__, e))
            sending.complete(outcome)

    def counters(self) -> Dict[str, float]:
        return {}

    def close(self) -> None:
        """Threads that wait for a unit end; others are daemons, and end with the process."""
        for _ in self._threads:
            self._queue.put(None)
