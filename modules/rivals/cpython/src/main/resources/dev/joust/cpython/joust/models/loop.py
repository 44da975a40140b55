"""asyncio: one event loop on one thread, one coroutine per unit.

Price: wins when units wait. Thousands in flight cost one coroutine each, no stack and no thread switch. Loses as soon
as units compute: meanwhile nothing is read and no timer fires. Native work and files block the loop too. Costs one core
at most, one connection per unit in flight, and asynchronous code throughout.

Option: offload, none (the default) or threads. With threads, compute, native, monitor, spin, file and payload steps run
in a thread pool, as with asyncio.to_thread. The loop then runs beside them, but waits for the interpreter lock each
time its selector returns.
"""
from __future__ import annotations

import asyncio
import threading
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Deque, Dict, Optional, Set, Tuple

from ..digest import child, fold
from ..dispatch import SentUnit
from ..loopclient import LoopClient
from ..options import Options
from ..outcome import Done, Failed, Outcome
from ..tasks import Task, Tasks, compute, digest_of, in_monitor, path, payload, read, spin
from . import FrontDoor, Setup, refuse_kernels_on_the_wrong_side_of_the_lock

NAME = "cpython-asyncio"
_CLOSE_LIMIT_SECONDS = 1.5


def slots(cores: int, in_flight: int, options: Dict[str, str]) -> int:
    return in_flight


def ceiling(setup: Setup) -> Tuple[int, int]:
    return 1, setup.slots


def start(setup: Setup) -> Runner:
    return Runner(setup)


def serve(setup: Setup, door: FrontDoor) -> Any:
    """The loop that runs the units also accepts, reads requests and writes answers."""
    from .httploop import LoopServer  # only servers need it

    runner = Runner(setup)
    try:
        return LoopServer(runner, door)
    except BaseException:
        runner.close()
        raise


class Runner:
    """Runs one unit per slot at once; further units queue in order of arrival."""

    def __init__(self, setup: Setup) -> None:
        offload = Options(NAME, setup.options, "offload").choice("offload", "none", "none", "threads") == "threads"
        if offload:
            refuse_kernels_on_the_wrong_side_of_the_lock(NAME, setup.tasks)
        self._unit_tasks = setup.tasks
        self._free = setup.slots
        self._waiting: Deque[SentUnit] = deque()
        self._arrivals: Deque[SentUnit] = deque()
        self._woken = False
        self._tasks: Set[asyncio.Task] = set()  # a loop keeps only weak references to its tasks
        # as many threads as the loop's default executor
        self._offload: Optional[ThreadPoolExecutor] = ThreadPoolExecutor(min(32, setup.cores + 4)) if offload else None
        self._loop = asyncio.new_event_loop()
        self._client = LoopClient(setup.service)
        self._thread = threading.Thread(target=self._run_loop, name=NAME, daemon=True)
        self._thread.start()

    def _run_loop(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    def run(self, unit: SentUnit) -> None:
        """Wakes the loop once for all units that arrive before it takes them.

        Waking is a write, which releases the lock: the driver would wait for the lock after every unit of a batch.
        """
        self._arrivals.append(unit)
        if self._woken:
            return
        self._woken = True
        if threading.current_thread() is self._thread:
            self._loop.call_soon(self._take_arrivals)  # in the next iteration, after the selector
        else:
            self._loop.call_soon_threadsafe(self._take_arrivals)

    def _take_arrivals(self) -> None:
        self._woken = False  # before taking: a later arrival wakes the loop again
        while self._arrivals:
            self._admit(self._arrivals.popleft())

    def _admit(self, unit: SentUnit) -> None:
        if self._free:
            self._free -= 1
            task = self._loop.create_task(self._run_in_slot(unit))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        else:
            self._waiting.append(unit)

    async def _run_in_slot(self, unit: SentUnit) -> None:
        unit.complete(await self.outcome(unit.tasks_index, unit.seed))
        self._free += 1
        if self._waiting:
            self._admit(self._waiting.popleft())

    async def outcome(self, tasks_index: int, seed: int) -> Outcome:
        """Runs a unit on the loop's thread."""
        tasks: Tasks = self._unit_tasks[tasks_index]
        digest = seed
        calls = received = 0
        try:
            for i, task in enumerate(tasks):
                step_seed = child(seed, i)
                what = task.kind
                if what in ("call", "stream"):
                    result = await self._client.get(path(task, step_seed), task.bytes)
                    calls += 1
                    received += task.bytes
                elif what == "sleep":
                    await asyncio.sleep(task.seconds)
                    result = 0
                elif self._offload is None:
                    result = _blocking(task, step_seed)
                else:
                    result = await self._loop.run_in_executor(self._offload, _blocking, task, step_seed)
                digest = fold(digest, result)
        except OSError as e:
            return Failed(str(e))
        except Exception as e:  # an error too must complete the unit
            return Failed("%s: %s" % (type(e).__name__, e))
        return Done(digest, calls, received)

    def call(self, coroutine: Any, seconds: float) -> Any:
        """The result of a coroutine that runs on the loop, for another thread."""
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(seconds)

    def counters(self) -> Dict[str, float]:
        return {}

    def activity(self) -> Dict[str, float]:
        """The CPU time of the loop's thread in nanoseconds, where the system tells it."""
        thread = self._thread.ident
        if thread is None:
            return {}
        try:
            clock = time.pthread_getcpuclockid(thread)
            return {"loop-busy": float(time.clock_gettime_ns(clock))}
        except (AttributeError, OSError):
            return {}

    def close(self) -> None:
        """A computation that has begun runs to its end, on a daemon thread."""
        self._loop.call_soon_threadsafe(self._client.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_CLOSE_LIMIT_SECONDS)
        if self._offload is not None:
            self._offload.shutdown(wait=False)


def _blocking(task: Task, seed: int) -> int:
    if task.kind == "file":
        return read(task)
    if task.kind == "payload":
        return digest_of(payload(task))
    if task.kind == "monitor":
        return in_monitor(task, seed)
    return spin(task) if task.kind == "spin" else compute(task, seed)
