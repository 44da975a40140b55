"""Runs the steps of a unit one after another on the calling thread. Threads and worker processes share this code."""
from __future__ import annotations

import time
from typing import Optional, Sequence

from .client import Connection
from .digest import child, fold
from .outcome import Done, Failed, Outcome
from .tasks import Tasks, compute, digest_of, in_monitor, path, payload, read, spin


def run(tasks: Tasks, seed: int, service: Connection, payloads: Optional[Sequence[bytes]] = None) -> Outcome:
    """Runs the unit with this seed. CPython itself decides where the lock is released.

    payloads: the bytes of the payload steps, in order, when the unit came from another process.
    """
    bodies = None if payloads is None else iter(payloads)
    digest = seed
    calls = received = 0
    try:
        for i, task in enumerate(tasks):
            step_seed = child(seed, i)
            what = task.kind
            if what in ("compute", "native"):
                result = compute(task, step_seed)
            elif what == "monitor":
                result = in_monitor(task, step_seed)
            elif what in ("call", "stream"):
                result = service.get(path(task, step_seed), task.bytes)
                calls += 1
                received += task.bytes
            elif what == "file":
                result = read(task)
            elif what == "spin":
                result = spin(task)
            elif what == "payload":
                result = digest_of(payload(task) if bodies is None else next(bodies))
            else:
                time.sleep(task.seconds)
                result = 0
            digest = fold(digest, result)
    except OSError as e:
        return Failed(str(e))
    return Done(digest, calls, received)
