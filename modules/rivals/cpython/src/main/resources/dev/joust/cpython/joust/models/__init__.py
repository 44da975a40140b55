"""The models. Each is a module with NAME, slots, ceiling and start; none of them measures."""
from __future__ import annotations

from importlib import import_module
from typing import Any, Dict, List, NamedTuple

from ..kernels import OUTSIDE_LOCK
from ..tasks import Kind

# By name; imported only when it runs, so that no model pays for what another imports.
_MODULES = {"cpython-threads": "threads", "cpython-asyncio": "loop", "cpython-processes": "pool"}


class Setup(NamedTuple):
    """What a model is started with; kinds say what units do, by the number in Sending.kind."""

    service: str
    cores: int
    slots: int
    kinds: List[Kind]
    options: Dict[str, str]


def named(name: str) -> Any:
    """The model of that name; a ValueError lists the known ones."""
    if name not in _MODULES:
        raise ValueError("unknown model '%s'; known: %s" % (name, ", ".join(sorted(_MODULES))))
    return import_module("." + _MODULES[name], __name__)


def refuse_what_the_lock_forbids(model: str, kinds: List[Kind]) -> None:
    """Where units share the lock, it has to be the lock that the scenario means: a ValueError says which step means
    another.
    """
    for kind in kinds:
        for task in kind:
            if task.kind == "native" and task.kernel not in OUTSIDE_LOCK:
                raise ValueError("%s has no native %s: in CPython that kernel runs under the lock; known: %s"
                                 % (model, task.kernel, ", ".join(sorted(OUTSIDE_LOCK))))
            if task.kind == "compute" and task.kernel in OUTSIDE_LOCK:
                raise ValueError("%s has no interruptible %s: in CPython that kernel runs outside the lock"
                                 % (model, task.kernel))
