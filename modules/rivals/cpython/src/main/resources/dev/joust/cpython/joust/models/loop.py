"""asyncio: one event loop on one thread, a coroutine a unit.

Price: wins when units wait: thousands in flight cost a coroutine each, no stack, no switch of threads. Loses as
soon as units compute: while one does, nothing is read and no timer fires; native work and files, which asyncio has
no I/O for, block it alike. Costs one core at most, a connection for each unit in flight, and its own style of
programming through and through.

Option: offload, none unless given as threads: whatever blocks (compute, native, file) then goes to a thread pool,
as asyncio.to_thread would do it. The loop lives on beside it, but queues for the interpreter lock at every return
from its selector.
"""
from __future__ import annotations

import asyncio
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import Deque, Dict, Optional, Set, Tuple

from ..digest import child, fold
from ..dispatch import Sending
from ..loopclient import LoopClient
from ..options import Options
from ..outcome import Done, Failed, Outcome
from ..tasks import Kind, Task, compute, digest_of, path, payload, read, spin
from . import Setup, refuse_what_the_lock_forbids

NAME = "cpython-asyncio"
_CLOSING_SECONDS = 1.5


def slots(cores: int, in_flight: int) -> int:
    return in_flight


def ceiling(setup: Setup) -> Tuple[int, int]:
    return 1, setup.slots


def start(setup: Setup) -> Runner:
    return Runner(setup)


class Runner:
    """At most as many units at once as there are slots; further ones wait in order of arrival."""

    def __init__(self, setup: Setup) -> None:
        offload = Options(NAME, setup.options, "offload").choice("offload", "none", "none", "threads") == "threads"
        if offload:
            refuse_what_the_lock_forbids(NAME, setup.kinds)
        self._kinds = setup.kinds
        self._free = setup.slots
        self._waiting: Deque[Sending] = deque()
        self._arrivals: Deque[Sending] = deque()
        self._called = False
        self._tasks: Set[asyncio.Task] = set()  # a loop keeps only weak references to its tasks
        # as many threads as the loop's default executor would have
        self._offload: Optional[ThreadPoolExecutor] = ThreadPoolExecutor(min(32, setup.cores + 4)) if offload else None
        self._loop = asyncio.new_event_loop()
        self._client = LoopClient(setup.service)
        self._thread = threading.Thread(target=self._turn, name=NAME, daemon=True)
        self._thread.start()

    def _turn(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    def run(self, sending: Sending) -> None:
        """Wakes the loop once for all that arrive before it has looked.

        To wake it is a write, which gives the lock up: the driver would wait for the lock after every unit of a batch.
        """
        self._arrivals.append(sending)
        if self._called:
            return
        self._called = True
        if threading.current_thread() is self._thread:
            self._loop.call_soon(self._take)  # in the next iteration, behind a look at the sockets
        else:
            self._loop.call_soon_threadsafe(self._take)

    def _take(self) -> None:
        self._called = False  # before it looks: what comes later calls again
        while self._arrivals:
            self._arrive(self._arrivals.popleft())

    def _arrive(self, sending: Sending) -> None:
        if self._free:
            self._free -= 1
            task = self._loop.create_task(self._slot(sending))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        else:
            self._waiting.append(sending)

    async def _slot(self, sending: Sending) -> None:
        sending.complete(await self._unit(self._kinds[sending.kind], sending.seed))
        self._free += 1
        if self._waiting:
            self._arrive(self._waiting.popleft())

    async def _unit(self, kind: Kind, seed: int) -> Outcome:
        digest = seed
        calls = received = 0
        try:
            for i, task in enumerate(kind):
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
        except Exception as e:  # an error too must not leave its unit open
            return Failed("%s: %s" % (type(e).__name__, e))
        return Done(digest, calls, received)

    def counters(self) -> Dict[str, float]:
        return {}

    def close(self) -> None:
        """A computation that has begun runs to its end, on a daemon thread."""
        self._loop.call_soon_threadsafe(self._client.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_CLOSING_SECONDS)
        if self._offload is not None:
            self._offload.shutdown(wait=False)


def _blocking(task: Task, seed: int) -> int:
    if task.kind == "file":
        return read(task)
    if task.kind == "payload":
        return digest_of(payload(task))
    return spin(task) if task.kind == "spin" else compute(task, seed)
