"""Worker processes: concurrent.futures.ProcessPoolExecutor, one unit at a time in each.

Price: wins when units compute in Python for much longer than the pipes take, and there are cores for the workers;
nothing else in CPython 3.8 to 3.13 makes Python code scale. Loses when units wait, for each then holds a whole
process, and when they are short: a unit crosses two pipes, two threads of the parent and four pickles. Costs an
interpreter a slot; what fork shares is copied as soon as reference counts touch it.

The executor, not multiprocessing.Pool, whose parent waits for ever for the unit of a worker that was killed: here
the pool is broken then, and every unit fails at once with that reason. No worker is replaced.

Option: start, one of fork, spawn and forkserver: how workers begin; the platform's usual unless given.
"""
from __future__ import annotations

import multiprocessing
import os
import threading
import time
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Any, Dict, List, Tuple

from .. import interpreter
from ..client import Connection
from ..dispatch import Sending
from ..options import Options
from ..outcome import Failed, Outcome, TrialFailed, reason
from ..tasks import Kind, payload
from . import Setup

NAME = "cpython-processes"
_TO_START_SECONDS = 30
_TO_END_SECONDS = 1.5
_TO_BE_BILLED_SECONDS = 0.1


def slots(cores: int, in_flight: int) -> int:
    """A worker for each core: more would not compute more."""
    return cores


def ceiling(setup: Setup) -> Tuple[int, int]:
    return min(setup.cores, setup.slots), setup.slots


def start(setup: Setup) -> Runner:
    return Runner(setup)


class Runner:
    def __init__(self, setup: Setup) -> None:
        known = ["fork", "spawn", "forkserver"]
        method = Options(NAME, setup.options, "start").choice("start", multiprocessing.get_start_method(), *known)
        if method not in multiprocessing.get_all_start_methods():
            raise ValueError("option 'start' of %s: this platform has no %s" % (NAME, method))
        context = multiprocessing.get_context(method)
        self._slots = setup.slots
        self._kinds = setup.kinds
        self._pool = ProcessPoolExecutor(
            setup.slots, context, _begin, (setup.kinds, setup.service, context.Barrier(setup.slots)))
        self._await_all()

    def _await_all(self) -> None:
        """Workers begin when they are needed; the barrier needs all of them."""
        try:
            for arrival in [self._pool.submit(_arrive) for _ in range(self._slots)]:
                arrival.result(_TO_START_SECONDS)
        except Exception as e:
            raise TrialFailed("the workers did not start: %s" % reason(e)) from e

    def run(self, sending: Sending) -> None:
        """A pool that is broken refuses, and says why."""
        payloads = [payload(task) for task in self._kinds[sending.kind] if task.kind == "payload"]
        self._pool.submit(_unit, sending.kind, sending.seed, payloads).add_done_callback(
            lambda future: sending.complete(_outcome(future)))

    def counters(self) -> Dict[str, float]:
        return {"workersStarted": float(self._slots)}

    def close(self) -> None:
        """Waits for the workers, but not for one that does not end: that one leaves when this process does.

        They end within milliseconds, and whoever runs the trial reads what they have cost when it hears that the
        window ends: of ten trials nine had lost a worker, or both of them, from their bill.
        """
        time.sleep(_TO_BE_BILLED_SECONDS)
        closing = threading.Thread(target=self._pool.shutdown, name="shutdown", daemon=True)
        closing.start()
        closing.join(_TO_END_SECONDS)


def _outcome(future: Future[Outcome]) -> Outcome:
    failure = future.exception()
    if failure is None:
        return future.result()
    if isinstance(failure, BrokenProcessPool):
        return Failed("a worker ended: " + reason(failure))
    return Failed("%s: %s" % (type(failure).__name__, failure))


# What follows runs in the worker.

_worker: Dict[str, Any] = {}


def _begin(kinds: List[Kind], service: str, barrier: Any) -> None:
    threading.Thread(target=_leave_with_parent, name="leave-with-parent", daemon=True).start()
    _worker.update(kinds=kinds, service=Connection(service), barrier=barrier)


def _leave_with_parent() -> None:
    """A killed parent tells nobody, and a worker that waits for its next unit has the other end of the pipe itself."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(143)


def _arrive() -> None:
    _worker["barrier"].wait(_TO_START_SECONDS)


def _unit(kind: int, seed: int, payloads: List[bytes]) -> Outcome:
    return interpreter.run(_worker["kinds"][kind], seed, _worker["service"], payloads)
