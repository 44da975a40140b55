"""Does the steps of a unit one after the other on the calling thread: what threads and worker processes have in
common.
"""
from __future__ import annotations

import time
from typing import Optional, Sequence

from .client import Connection
from .digest import child, fold
from .outcome import Done, Failed, Outcome
from .tasks import Kind, compute, digest_of, path, payload, read, spin


def run(kind: Kind, seed: int, service: Connection, payloads: Optional[Sequence[bytes]] = None) -> Outcome:
    """The unit of this seed. What gives the lock up is what CPython itself gives it up in: nothing here does so on
    purpose.

    payloads: the bodies that came with the unit, in the order of its steps, when it came from another process.
    """
    bodies = None if payloads is None else iter(payloads)
    digest = seed
    calls = received = 0
    try:
        for i, task in enumerate(kind):
            step_seed = child(seed, i)
            what = task.kind
            if what in ("compute", "native"):
                result = compute(task, step_seed)
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
