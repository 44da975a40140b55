"""The kernels: deterministic functions of (seed, units), bit for bit those of the JVM."""
from __future__ import annotations

import hashlib
import json
import zlib
from typing import Any, Callable, Dict, List

from .digest import MASK, child, fold, key

_ROUNDS = range(16)
_SEGMENT = 1 << 18
_ITEMS = 8


def mix(seed: int, units: int) -> int:
    """One unit is 16 dependent rounds of xor-shift, multiply and add, in bytecode: every round polls the lock."""
    x = seed
    for unit in range(units):
        for _ in _ROUNDS:
            x = ((x ^ (x >> 29)) * 0xD1342543DE82EF95 + unit) & MASK
    return x


def sieve(seed: int, units: int) -> int:
    """One unit is a sieve of Eratosthenes over one segment of 2^18 numbers.

    It strikes out by slices, as is usual in Python, and polls the lock after each slice of at most 2^17 bytes.
    """
    digest = seed
    segment = seed >> 51  # 13 bits: 2^13 segments of 2^18 numbers
    for unit in range(units):
        start = ((segment + unit) & 0x1FFF) * _SEGMENT
        digest = fold(digest, start + _count_primes(start))
    return digest


def _count_primes(start: int) -> int:
    composite = bytearray(_SEGMENT)
    for prime in _PRIMES:
        square = prime * prime
        if square >= start + _SEGMENT:
            break
        first = max(square, (start + prime - 1) // prime * prime) - start
        if first < _SEGMENT:
            composite[first::prime] = b"\x01" * ((_SEGMENT - 1 - first) // prime + 1)
    primes = composite.count(0)
    return primes - 2 if start == 0 else primes  # the sieve does not strike out 0 and 1


def _primes_below(limit: int) -> List[int]:
    composite = bytearray(limit)
    primes = []
    for n in range(2, limit):
        if not composite[n]:
            primes.append(n)
            composite[n * n::n] = b"\x01" * len(range(n * n, limit, n))
    return primes


_PRIMES = _primes_below(1 << 16)


def objects(seed: int, units: int) -> int:
    """One unit parses an order, changes it, writes it, and folds the CRC-32 of the text. The next unit parses that
    text.

    The standard library parses and writes in C, as is usual in Python, and polls the lock between the two.
    """
    digest = seed
    items = [_item(child(seed, i)) for i in range(_ITEMS)]
    text = _written({"id": key(seed), "items": items, "total": 0})
    for _ in range(units):
        order = json.loads(text)
        _change(order, child(digest, 0))
        text = _written(order)
        digest = fold(digest, zlib.crc32(text.encode("ascii")))
    return digest


def _item(bits: int) -> Dict[str, Any]:
    sku = key(bits)
    return {"sku": sku, "tags": [sku[:4], sku[4:8], sku[8:12]], "price": (bits >> 32) % 10_000, "quantity": bits & 7}


def _change(order: Dict[str, Any], bits: int) -> None:
    """Replaces the first item by another at the end, changes each quantity, and sums up."""
    items = order["items"]
    del items[0]
    items.append(_item(bits))
    total = 0
    for item in items:
        item["quantity"] = item["quantity"] % 9 + 1
        total += item["quantity"] * item["price"]
    order["total"] = total


def _written(order: Dict[str, Any]) -> str:
    return json.dumps(order, separators=(",", ":"))


def pbkdf2(seed: int, units: int) -> int:
    """One unit is one iteration. OpenSSL runs all of them outside the lock."""
    password = ("%016x" % seed).encode("ascii")
    derived = hashlib.pbkdf2_hmac("sha256", password, seed.to_bytes(8, "big"), units, 32)
    return int.from_bytes(derived[:8], "big")


KERNELS: Dict[str, Callable[[int, int], int]] = {"mix": mix, "sieve": sieve, "pbkdf2": pbkdf2, "objects": objects}
OUTSIDE_LOCK = frozenset(["pbkdf2"])


def labelled(label: str) -> Callable[[int, int], int]:
    """The kernel with this label. Raises ValueError with the known labels."""
    try:
        return KERNELS[label]
    except KeyError:
        raise ValueError("unknown kernel '%s'; known: %s" % (label, ", ".join(KERNELS))) from None


def kernel_seed(seed: int) -> int:
    """The seed, one of two, that a kernel runs with in a step with this seed: the oracle computes only two answers."""
    return child(0, seed & 1)
