"""The units of a trial, in order: the n-th unit of a class has the same seed, and so the same answer, in every
runtime.
"""
from __future__ import annotations

from itertools import count
from typing import List, Tuple

from .digest import MASK, child
from .trial import WorkClass


class Units:
    """For any thread: a counter of itertools is advanced in one step that no other thread comes between."""

    def __init__(self, classes: List[WorkClass], first_kind: int, seed: int) -> None:
        """first_kind is the number under which the models know what a unit of the first of these classes does."""
        self._weights = [c.weight for c in classes]
        self._first_kind = first_kind
        self._seeds = [child(seed & MASK, c) for c in range(len(classes))]
        self._next = [count() for _ in classes]

    def next(self, work_class: int) -> Tuple[int, int]:
        """What the next unit of a class does, and its seed."""
        return self._first_kind + work_class, child(self._seeds[work_class], next(self._next[work_class]))

    def batch(self, units: int) -> List[int]:
        """The classes of a batch of so many units, by their weights, spread evenly (smooth weighted round robin, as in
        nginx).
        """
        total = sum(self._weights)
        credit = [0] * len(self._weights)
        order = []
        for _ in range(units):
            credit = [have + weight for have, weight in zip(credit, self._weights)]
            richest = credit.index(max(credit))
            credit[richest] -= total
            order.append(richest)
        return order
