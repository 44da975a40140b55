"""Worker processes with several threads in each, as a pre-fork server has. The executor knows one thread per process.

Each worker has a pipe. Its threads take turns at reading the next unit, and answer themselves. In the parent a thread
per worker reads the answers. A unit goes to the worker with the fewest, or waits until one has a free thread.
"""
from __future__ import annotations

import os
import threading
from collections import deque
from multiprocessing.connection import Connection as Pipe
from typing import Any, Deque, Dict, List, Optional

from .. import interpreter
from ..client import Connection
from ..dispatch import SentUnit
from ..outcome import Failed, Outcome, TrialFailed, reason
from ..tasks import Tasks, payload

_START_LIMIT_SECONDS = 30


class ThreadedPool:
    def __init__(self, context: Any, workers: int, threads: int, tasks: List[Tasks], service: str) -> None:
        self._tasks = tasks
        self._threads = threads
        self._lock = threading.Lock()  # guards what follows and what each worker has
        self._waiting: Deque[SentUnit] = deque()
        self._closed: Optional[str] = None  # why no unit is taken any more
        self._workers = [_Worker(context, threads, tasks, service) for _ in range(workers)]
        for worker in self._workers:  # after all are forked: a fork copies no thread, but a lock that one holds
            worker.await_hello()
        for worker in self._workers:
            threading.Thread(target=self._read, args=(worker,), name="answers", daemon=True).start()

    def run(self, unit: SentUnit) -> None:
        with self._lock:
            closed = self._closed
            worker = min(self._workers, key=lambda w: len(w.units))
            if closed is None and len(worker.units) >= self._threads:
                self._waiting.append(unit)
                return
            tag = worker.take(unit)
        if closed is not None:
            raise RuntimeError(closed)
        self._send(worker, tag, unit)

    def _send(self, worker: _Worker, tag: int, unit: SentUnit) -> None:
        bodies = [payload(task) for task in self._tasks[unit.tasks_index] if task.kind == "payload"]
        try:
            worker.send((tag, unit.tasks_index, unit.seed, bodies))
        except OSError:
            pass  # it has ended: the thread that reads its answers fails its units

    def _read(self, worker: _Worker) -> None:
        try:
            while True:
                tag, outcome = worker.pipe.recv()
                with self._lock:
                    unit = worker.units.pop(tag)
                    follower = self._waiting.popleft() if self._waiting else None
                    next_tag = None if follower is None else worker.take(follower)
                if follower is not None:
                    self._send(worker, next_tag, follower)
                unit.complete(outcome)
        except (EOFError, OSError):
            self._fail("a worker ended: its pipe was closed")

    def _fail(self, why: str) -> None:
        """Fails all units, as the executor does when one of its workers ends."""
        with self._lock:
            if self._closed is not None:
                return
            self._closed = why
            units = [unit for worker in self._workers for unit in worker.units.values()] + list(self._waiting)
            self._waiting.clear()
        for unit in units:
            unit.complete(Failed(why))

    def close(self) -> None:
        with self._lock:
            self._closed = "the model was closed"
        for worker in self._workers:
            worker.end()


class _Worker:
    """A worker as its parent sees it."""

    def __init__(self, context: Any, threads: int, tasks: List[Tasks], service: str) -> None:
        self.units: Dict[int, SentUnit] = {}
        self.pipe, its_end = context.Pipe()
        self._sending = threading.Lock()
        self._last_tag = 0
        self._process = context.Process(target=_serve, args=(its_end, threads, tasks, service), daemon=True)
        self._process.start()
        its_end.close()  # before the next fork: only the worker holds it, so its end is seen

    def await_hello(self) -> None:
        try:
            if not self.pipe.poll(_START_LIMIT_SECONDS):
                raise TrialFailed("the workers did not start within %d s" % _START_LIMIT_SECONDS)
            self.pipe.recv()
        except (EOFError, OSError) as e:
            raise TrialFailed("the workers did not start: %s" % reason(e)) from e

    def take(self, unit: SentUnit) -> int:
        self._last_tag += 1
        self.units[self._last_tag] = unit
        return self._last_tag

    def send(self, message: Any) -> None:
        with self._sending:
            self.pipe.send(message)

    def end(self) -> None:
        self._process.terminate()
        self._process.join()


# The rest runs in the worker.

def _serve(pipe: Pipe, threads: int, tasks: List[Tasks], service: str) -> None:
    from .pool import exit_with_parent

    threading.Thread(target=exit_with_parent, name="exit-with-parent", daemon=True).start()
    reading, writing = threading.Lock(), threading.Lock()
    pipe.send("hello")
    for _ in range(threads - 1):
        threading.Thread(target=_work, args=(pipe, reading, writing, tasks, service), daemon=True).start()
    _work(pipe, reading, writing, tasks, service)


def _work(pipe: Pipe, reading: Any, writing: Any, tasks: List[Tasks], service: str) -> None:
    connection = Connection(service)
    while True:
        try:
            with reading:
                tag, tasks_index, seed, bodies = pipe.recv()
        except EOFError:
            os._exit(0)
        outcome = _outcome(tasks[tasks_index], seed, connection, bodies)
        with writing:
            pipe.send((tag, outcome))


def _outcome(tasks: Tasks, seed: int, connection: Connection, bodies: List[bytes]) -> Outcome:
    try:
        return interpreter.run(tasks, seed, connection, bodies)
    except Exception as e:  # an error too must complete the unit
        return Failed("%s: %s" % (type(e).__name__, e))
