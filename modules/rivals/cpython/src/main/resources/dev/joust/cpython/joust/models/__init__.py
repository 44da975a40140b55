"""The models. Each is a module with NAME, slots, ceiling, start and serve. Models never measure themselves."""
from __future__ import annotations

from importlib import import_module
from typing import Any, Dict, List, NamedTuple

from ..kernels import OUTSIDE_LOCK
from ..requests import UnitRequests
from ..tasks import Tasks

# Imported only when it runs, so that no model pays for the imports of another.
_MODULES = {"cpython-threads": "threads", "cpython-asyncio": "loop", "cpython-processes": "pool"}


class Setup(NamedTuple):
    """What a model is started with. SentUnit.tasks_index is an index into tasks."""

    service: str
    cores: int
    slots: int
    tasks: List[Tasks]
    options: Dict[str, str]


class FrontDoor(NamedTuple):
    """Where and how a model accepts requests."""

    host: str
    port: int
    head_seconds: float  # a request whose head takes longer to arrive is cut off, and so is a connection without any
    backlog: int
    connections: int
    requests: UnitRequests


def named(name: str) -> Any:
    """The model with this name. Raises ValueError with the known names."""
    if name not in _MODULES:
        raise ValueError("unknown model '%s'; known: %s" % (name, ", ".join(sorted(_MODULES))))
    return import_module("." + _MODULES[name], __name__)


def refuse_kernels_on_the_wrong_side_of_the_lock(model: str, tasks: List[Tasks]) -> None:
    """Raises ValueError if CPython runs the kernel of a native step under the lock, or of a compute step outside it."""
    for class_tasks in tasks:
        for task in class_tasks:
            if task.kind == "native" and task.kernel not in OUTSIDE_LOCK:
                raise ValueError("%s has no native %s: in CPython that kernel runs under the lock; known: %s"
                                 % (model, task.kernel, ", ".join(sorted(OUTSIDE_LOCK))))
            if task.kind == "compute" and task.kernel in OUTSIDE_LOCK:
                raise ValueError("%s has no interruptible %s: in CPython that kernel runs outside the lock"
                                 % (model, task.kernel))
