"""The arithmetic that all runtimes share: seeds of units and steps, and the 64-bit digest of a unit's results."""
from __future__ import annotations

MASK = 0xFFFFFFFFFFFFFFFF
GOLDEN = 0x9E3779B97F4A7C15  # 2^64 divided by the golden ratio: the increment of SplitMix64


def mix64(z: int) -> int:
    """The finaliser of SplitMix64."""
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def child(seed: int, i: int) -> int:
    """The seed of the i-th child: of a unit within its trial, of a step within its unit."""
    return mix64((seed + (i + 1) * GOLDEN) & MASK)


def fold(digest: int, result: int) -> int:
    """The digest with one more result folded in. A unit's digest starts as its seed."""
    return mix64(((digest ^ result) + GOLDEN) & MASK)


def key(seed: int) -> str:
    """A seed as the key of a request: 16 lower-case hex digits."""
    return "%016x" % seed
