"""A histogram of nanoseconds with three significant digits, in HdrHistogram's compressed encoding, version 2."""
from __future__ import annotations

import base64
import math
import struct
import zlib
from typing import Dict

_COOKIE = 0x1C849313
_COMPRESSED_COOKIE = 0x1C849314
_HEADER = struct.Struct(">iiiiqqd")
_DIGITS = 3
_HALF_MAGNITUDE = 10  # 3 digits need 2^11 sub-buckets; all buckets but the first use only their upper half
MAX_NANOS = 3_600_000_000_000  # an hour


class Histogram:
    def __init__(self) -> None:
        self._counts: Dict[int, int] = {}
        self._total = 0

    def record(self, nanos: int) -> None:
        index = _index(min(max(nanos, 0), MAX_NANOS))
        self._counts[index] = self._counts.get(index, 0) + 1
        self._total += 1

    def percentile(self, percent: float) -> int:
        """The largest value of the bucket that holds this percentile; 0 when there are no values."""
        wanted = max(1, math.ceil(percent * self._total / 100))
        seen = 0
        for index in sorted(self._counts):
            seen += self._counts[index]
            if seen >= wanted:
                return _largest(index)
        return 0

    def encoded(self) -> str:
        """The text form that the JVM reads: the compressed encoding in Base64."""
        last = max(self._counts, default=0)
        counts = bytearray()
        zeros = 0
        for index in range(last + 1):
            count = self._counts.get(index, 0)
            if count == 0:
                zeros += 1
                continue
            if zeros:
                counts += _zigzag(-zeros)
                zeros = 0
            counts += _zigzag(count)
        highest = max(2, _largest(last))
        plain = _HEADER.pack(_COOKIE, len(counts), 0, _DIGITS, 1, highest, 1.0) + counts
        compressed = zlib.compress(bytes(plain))
        whole = struct.pack(">ii", _COMPRESSED_COOKIE, len(compressed)) + compressed
        return base64.b64encode(whole).decode("ascii")


def _index(value: int) -> int:
    bucket = max(0, value.bit_length() - _HALF_MAGNITUDE - 1)
    return (bucket << _HALF_MAGNITUDE) + (value >> bucket)


def _largest(index: int) -> int:
    bucket = max(0, (index >> _HALF_MAGNITUDE) - 1)
    return ((index - (bucket << _HALF_MAGNITUDE) + 1) << bucket) - 1


def _zigzag(value: int) -> bytes:
    """LEB128 of the ZigZag form. HdrHistogram uses at most nine bytes; no count here needs that many."""
    left = value << 1 if value >= 0 else (-value << 1) - 1
    out = bytearray()
    while left > 0x7F:
        out.append(left & 0x7F | 0x80)
        left >>= 7
    out.append(left)
    return bytes(out)
