"""The body that the service answers, computed independently of it, and the result of reading it."""
from __future__ import annotations

import zlib

from .digest import MASK, child

BLOCK = 4096


def block(key: int, length: int = BLOCK) -> bytes:
    """The first bytes of the block for a key. Computes no more than these: 16 bytes cost one round of SplitMix64."""
    words = (min(length, BLOCK) + 15) // 16
    return "".join(["%016x" % child(key, i) for i in range(words)]).encode("ascii")[:length]


def whole(key: int, length: int) -> bytes:
    """The whole body for a key."""
    return (block(key) * (length // BLOCK + 1))[:length]


def digest(key: int, length: int) -> int:
    """The result of a step that reads this body to its end."""
    data = block(key, length)
    whole, rest = divmod(length, BLOCK)
    crc = 0
    for _ in range(whole):
        crc = zlib.crc32(data, crc)
    return result(length, zlib.crc32(data[:rest], crc))


def result(length: int, crc: int) -> int:
    """The number of bytes in the upper 32 bits, their CRC-32 in the lower 32."""
    return (length << 32 | crc) & MASK
