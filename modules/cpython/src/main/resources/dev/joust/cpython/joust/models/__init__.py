"""The models. Each is a module with NAME, slots, ceiling and start; none of them measures."""
from __future__ import annotations

from typing import Any, Dict, List, NamedTuple

from ..tasks import Kind


class Setup(NamedTuple):
    """What a model is started with; kinds say what units do, by the number in Sending.kind."""

    service: str
    cores: int
    slots: int
    kinds: List[Kind]
    options: Dict[str, str]


def named(name: str) -> Any:
    """The model of that name; a ValueError lists the known ones."""
    from . import loop, pool, threads

    known = {model.NAME: model for model in (loop, pool, threads)}
    if name not in known:
        raise ValueError("unknown model '%s'; known: %s" % (name, ", ".join(sorted(known))))
    return known[name]


def refuse_what_the_lock_forbids(model: str, kinds: List[Kind]) -> None:
    """Where units share the lock, it has to be the lock that the scenario means: a ValueError says which step means another."""
    from ..kernels import OUTSIDE_LOCK

    for kind in kinds:
        for task in kind:
            if task.kind == "native" and task.kernel not in OUTSIDE_LOCK:
                raise ValueError("%s has no native %s: in CPython that kernel is bytecode, which runs under the lock; known: %s"
                                 % (model, task.kernel, ", ".join(sorted(OUTSIDE_LOCK))))
            if task.kind == "compute" and task.kernel in OUTSIDE_LOCK:
                raise ValueError("%s has no interruptible %s: in CPython that kernel runs outside the lock; make it a native step"
                                 % (model, task.kernel))
