"""The steps of a unit, prepared before the measured window, and the code of those that need no service."""
from __future__ import annotations

import math
import os
import threading
import time
import zlib
from typing import Dict, List, NamedTuple, Tuple

from . import body
from .digest import key
from .kernels import KERNELS, kernel_seed, labelled
from .trial import Host, Step, WorkClass

PIECE = 64 * 1024  # the most bytes that one read asks for


class Task(NamedTuple):
    """A prepared step. It is plain data, so that it can be sent to a worker process."""

    kind: str
    kernel: str = ""
    units: int = 0
    seconds: float = 0.0
    request: str = ""
    bytes: int = 0
    file: str = ""


Tasks = Tuple[Task, ...]


def prepare_classes(classes: List[WorkClass], host: Host) -> List[Tasks]:
    """The tasks of a unit of each class."""
    return [tuple(_task(step, host) for step in c.steps) for c in classes]


def _task(step: Step, host: Host) -> Task:
    if step.kind in ("compute", "native", "monitor"):
        return Task(step.kind, kernel=step.kernel, units=_units(step, host))
    if step.kind == "call":
        return Task("call", request="/call?delay=%dns&bytes=%d&key=" % (step.nanos, step.bytes), bytes=step.bytes)
    if step.kind == "stream":
        return Task("stream", request="/stream?bytes=%d&key=" % step.bytes, bytes=step.bytes)
    if step.kind == "file":
        return Task("file", bytes=step.bytes, file=os.path.join(host.scratch, "read-%d" % step.bytes))
    if step.kind == "payload":
        return Task("payload", bytes=step.bytes)
    return Task(step.kind, seconds=step.nanos / 1e9)


def _units(step: Step, host: Host) -> int:
    labelled(step.kernel)
    rate = host.units_per_milli.get(step.kernel)
    if rate is None:
        raise ValueError("kernel %s is not calibrated; calibrated: %s" % (step.kernel, sorted(host.units_per_milli)))
    return max(1, math.floor(rate * step.nanos / 1e6 + 0.5))


def path(task: Task, seed: int) -> str:
    """The path and query of a call or stream step."""
    return task.request + key(seed)


def compute(task: Task, seed: int) -> int:
    """The result of a compute or native step, and of a monitor step, without its lock."""
    return KERNELS[task.kernel](kernel_seed(seed), task.units)


_monitor = threading.Lock()


def in_monitor(task: Task, seed: int) -> int:
    """The result of a monitor step: computes while the thread has the one lock that all units of the process share."""
    with _monitor:
        return compute(task, seed)


_payloads: Dict[int, bytes] = {}


def payload(task: Task) -> bytes:
    """The bytes that arrive with a unit for a payload step: the body for key 0."""
    if task.bytes not in _payloads:
        _payloads[task.bytes] = body.whole(0, task.bytes)
    return _payloads[task.bytes]


def digest_of(data: bytes) -> int:
    """The result of a payload step with these bytes."""
    return body.result(len(data), zlib.crc32(data))


def spin(task: Task) -> int:
    """Computes until the time of a spin step has passed: the loop of the article."""
    start = time.monotonic()
    while time.monotonic() - start < task.seconds:
        pass
    return 0


def prepare(task: Task) -> None:
    """Makes the file of a file step, before the measured window."""
    data = body.block(0)
    with open(task.file, "wb") as out:
        left = task.bytes
        while left > 0:
            out.write(data[:left])
            left -= len(data)


def read(task: Task) -> int:
    """The result of reading the file of a file step to its end.

    Raises OSError when it cannot be read or has another length.
    """
    name = os.path.basename(task.file)
    piece = memoryview(bytearray(min(PIECE, max(1, task.bytes))))
    length = crc = 0
    try:
        with open(task.file, "rb", buffering=0) as source:
            count = source.readinto(piece)
            while count:
                crc = zlib.crc32(piece[:count], crc)
                length += count
                count = source.readinto(piece)
    except OSError as e:
        raise OSError("file %s: %s" % (name, e)) from e
    check_length("file " + name, task.bytes, length)
    return body.result(length, crc)


def check_length(what: str, asked: int, length: int) -> None:
    if length != asked:
        raise OSError("%s: asked for %d bytes, read %d" % (what, asked, length))
