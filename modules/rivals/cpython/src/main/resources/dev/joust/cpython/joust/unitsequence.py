"""The units of a trial, in order. The n-th unit of a class has the same seed and the same answer in every runtime."""
from __future__ import annotations

from itertools import count
from typing import List, Tuple

from .digest import MASK, child
from .trial import WorkClass


class UnitSequence:
    """For any thread: advancing a counter of itertools is atomic."""

    def __init__(self, classes: List[WorkClass], first_tasks_index: int, seed: int) -> None:
        """first_tasks_index: the index of the first class's tasks in the list that the model was started with."""
        self._weights = [c.weight for c in classes]
        self._first_tasks_index = first_tasks_index
        self._seeds = [child(seed & MASK, c) for c in range(len(classes))]
        self._next = [count() for _ in classes]

    def next(self, work_class: int) -> Tuple[int, int]:
        """The index of the tasks of the next unit of a class, and the unit's seed."""
        return self._first_tasks_index + work_class, child(self._seeds[work_class], next(self._next[work_class]))

    def batch(self, units: int) -> List[int]:
        """The classes of a batch, by weight and evenly spread: smooth weighted round robin, as in nginx."""
        total = sum(self._weights)
        credit = [0] * len(self._weights)
        order = []
        for _ in range(units):
            credit = [have + weight for have, weight in zip(credit, self._weights)]
            richest = credit.index(max(credit))
            credit[richest] -= total
            order.append(richest)
        return order
