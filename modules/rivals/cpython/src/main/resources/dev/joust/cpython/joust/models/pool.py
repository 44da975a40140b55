"""Worker processes: concurrent.futures.ProcessPoolExecutor, one unit at a time in each by default.

Price: wins when units compute in Python for much longer than the pipes take, on several cores. Nothing else makes
Python code scale in CPython 3.8 to 3.13. Loses when units wait, because each holds a whole process, and when they are
short: a unit crosses two pipes, two threads of the parent and four pickles. Costs one interpreter per worker; memory
shared by fork is copied once reference counts change.

multiprocessing.Pool would wait for ever for the unit of a killed worker. In the executor a killed worker breaks the
pool, and every unit fails at once with that reason. No worker is replaced.

Options: start, one of fork, spawn and forkserver; the platform's default if it is not given. threads, how many units a
worker does at once, each on a thread under the lock of the worker's own interpreter; 1 if it is not given. See
threadedpool for more than one.
"""
from __future__ import annotations

import multiprocessing
import os
import threading
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Any, Dict, List, Tuple

from .. import interpreter
from ..client import Connection
from ..dispatch import SentUnit
from ..options import Options
from ..outcome import Failed, Outcome, TrialFailed, reason
from ..tasks import Tasks, payload
from . import FrontDoor, Setup
from .threadedpool import ThreadedPool

NAME = "cpython-processes"
_START_LIMIT_SECONDS = 30
_CLOSE_LIMIT_SECONDS = 1.5


_OPTIONS = ("start", "threads")
_MAX_THREADS = 1024


def slots(cores: int, in_flight: int, options: Dict[str, str]) -> int:
    """All threads of one worker per core: more workers would not compute more."""
    return cores * _threads(options)


def ceiling(setup: Setup) -> Tuple[int, int]:
    """Each worker has a lock, so it computes one unit at a time, whatever its threads."""
    return min(setup.cores, setup.slots // _threads_of_worker(setup)), setup.slots


def _threads(options: Dict[str, str]) -> int:
    return Options(NAME, options, *_OPTIONS).number("threads", 1, _MAX_THREADS, 1)


def _threads_of_worker(setup: Setup) -> int:
    threads = min(_threads(setup.options), setup.slots)
    if setup.slots % threads:
        raise ValueError("slots of %s must be a multiple of option 'threads', which is %d, found %d"
                         % (NAME, threads, setup.slots))
    return threads


def start(setup: Setup) -> Runner:
    return Runner(setup)


def serve(setup: Setup, door: FrontDoor) -> Any:
    """Pre-fork: each worker accepts for itself on a port that all share, with a thread per connection."""
    from .httpworkers import WorkerServers  # only servers need it

    options = Options(NAME, setup.options, *_OPTIONS)
    method = options.choice("start", multiprocessing.get_start_method(), "fork", "spawn", "forkserver")
    return WorkerServers(NAME, multiprocessing.get_context(method), setup, door)


class Runner:
    def __init__(self, setup: Setup) -> None:
        known = ["fork", "spawn", "forkserver"]
        method = Options(NAME, setup.options, *_OPTIONS).choice("start", multiprocessing.get_start_method(), *known)
        if method not in multiprocessing.get_all_start_methods():
            raise ValueError("option 'start' of %s: this platform has no %s" % (NAME, method))
        context = multiprocessing.get_context(method)
        threads = _threads_of_worker(setup)
        self._method = method
        self._workers = setup.slots // threads
        self._tasks = setup.tasks
        self._threaded = None
        if threads > 1:
            self._threaded = ThreadedPool(context, self._workers, threads, setup.tasks, setup.service)
            return
        try:
            barrier = context.Barrier(setup.slots)
        except OSError as e:
            raise TrialFailed("multiprocessing cannot create a semaphore, which Linux keeps in /dev/shm: %s" % e) from e
        self._pool = ProcessPoolExecutor(
            setup.slots, context, _start_worker, (setup.tasks, setup.service, barrier))
        self._start_all()

    def _start_all(self) -> None:
        """Starts all workers: the executor starts them on demand, and the barrier needs all of them."""
        try:
            for arrival in [self._pool.submit(_arrive) for _ in range(self._workers)]:
                arrival.result(_START_LIMIT_SECONDS)
        except Exception as e:
            raise TrialFailed("the workers did not start: %s" % reason(e)) from e

    def run(self, unit: SentUnit) -> None:
        """Hands the unit to a worker. A broken pool raises, with the reason."""
        if self._threaded is not None:
            self._threaded.run(unit)
            return
        payloads = [payload(task) for task in self._tasks[unit.tasks_index] if task.kind == "payload"]
        self._pool.submit(_run_unit, unit.tasks_index, unit.seed, payloads).add_done_callback(
            lambda future: unit.complete(_outcome(future)))

    def counters(self) -> Dict[str, float]:
        """Names the start method too: it depends on the platform and on the version."""
        return {"workersStarted": float(self._workers), "workersStarted." + self._method: float(self._workers)}

    def close(self) -> None:
        """Waits for the workers to end, up to a limit: a worker that is left ends with this process."""
        end = self._pool.shutdown if self._threaded is None else self._threaded.close
        closing = threading.Thread(target=end, name="shutdown", daemon=True)
        closing.start()
        closing.join(_CLOSE_LIMIT_SECONDS)


def _outcome(future: Future[Outcome]) -> Outcome:
    failure = future.exception()
    if failure is None:
        return future.result()
    if isinstance(failure, BrokenProcessPool):
        return Failed("a worker ended: " + reason(failure))
    return Failed("%s: %s" % (type(failure).__name__, failure))


# The rest runs in the worker.

_worker: Dict[str, Any] = {}


def _start_worker(tasks: List[Tasks], service: str, barrier: Any) -> None:
    threading.Thread(target=exit_with_parent, name="exit-with-parent", daemon=True).start()
    _worker.update(tasks=tasks, service=Connection(service), barrier=barrier)


def exit_with_parent() -> None:
    """Exits when the parent ends. A worker cannot see that on its pipe: it holds the other end itself."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(143)


def _arrive() -> None:
    _worker["barrier"].wait(_START_LIMIT_SECONDS)


def _run_unit(tasks_index: int, seed: int, payloads: List[bytes]) -> Outcome:
    return interpreter.run(_worker["tasks"][tasks_index], seed, _worker["service"], payloads)
