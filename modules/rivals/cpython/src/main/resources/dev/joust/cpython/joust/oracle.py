"""What each unit must answer, computed after the clock. Results that repeat (the pool of kernel seeds, files) are
kept.
"""
from __future__ import annotations

from typing import Dict, Tuple

from . import body
from .digest import child, fold
from .kernels import kernel_seed
from .tasks import Kind, Task, compute


class Oracle:
    def __init__(self) -> None:
        self._kept: Dict[Tuple[Task, int], int] = {}

    def digest(self, kind: Kind, seed: int) -> int:
        """The digest that the unit of this seed must have."""
        digest = seed
        for i, task in enumerate(kind):
            digest = fold(digest, self._result(task, child(seed, i)))
        return digest

    def _result(self, task: Task, seed: int) -> int:
        if task.kind in ("call", "stream"):
            return body.digest(seed, task.bytes)
        if task.kind in ("sleep", "spin"):
            return 0
        same = task.kind in ("file", "payload")
        repeated = (task, 0 if same else kernel_seed(seed))
        if repeated not in self._kept:
            self._kept[repeated] = body.digest(0, task.bytes) if same else compute(task, seed)
        return self._kept[repeated]
