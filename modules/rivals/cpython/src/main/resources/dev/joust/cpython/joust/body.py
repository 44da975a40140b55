"""The bytes that the service answers, computed a second time, and what reading them must give."""
from __future__ import annotations

import zlib

from .digest import MASK, child

BLOCK = 4096


def block(key: int, length: int = BLOCK) -> bytes:
    """The first bytes of the block of a key; 16 of them cost one round of SplitMix64, so no more are made than are
    needed.
    """
    words = (min(length, BLOCK) + 15) // 16
    return "".join(["%016x" % child(key, i) for i in range(words)]).encode("ascii")[:length]


def whole(key: int, length: int) -> bytes:
    """The whole body."""
    return (block(key) * (length // BLOCK + 1))[:length]


def digest(key: int, length: int) -> int:
    """The result that reading the whole body must give."""
    data = block(key, length)
    whole, rest = divmod(length, BLOCK)
    crc = 0
    for _ in range(whole):
        crc = zlib.crc32(data, crc)
    return result(length, zlib.crc32(data[:rest], crc))


def result(length: int, crc: int) -> int:
    """The number of bytes in the upper half, their CRC-32 in the lower."""
    return (length << 32 | crc) & MASK
