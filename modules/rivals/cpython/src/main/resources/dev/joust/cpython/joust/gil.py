"""Reads how often the interpreter lock was handed over from the interpreter's memory: no API tells it.

CPython counts in struct _gil_runtime_state, whose offset within _PyRuntime differs between versions. The struct holds
the switch interval. So this module sets several intervals in turn and keeps the offsets that follow. It then verifies
the offset: the lock is held, and the number grows when the lock is handed over. Where any of this fails, there is no
counter, and nothing else is lost.
"""
from __future__ import annotations

import struct
import sys
import threading
from typing import Callable, List, Optional

_PLANTED_MICROS = (123457, 98765, 314159)
_MAX_BYTES = 4 << 20  # how much of _PyRuntime is searched
_LOCKED = 2  # in words after the interval: last_holder, locked, switch_number
_SWITCH_NUMBER = 3


def switch_counter() -> Optional[Callable[[], int]]:
    """A function that reads the number of switches; None where the memory layout is unknown.

    Call it before threads compete for the lock.
    """
    if sys.implementation.name != "cpython" or not sys.platform.startswith("linux"):
        return None
    try:
        import ctypes

        base = ctypes.addressof(ctypes.c_char.in_dll(ctypes.pythonapi, "_PyRuntime"))
        size = min(_readable(base), _MAX_BYTES)
    except (ImportError, ValueError, OSError):
        return None
    word = ctypes.sizeof(ctypes.c_ulong)
    found = [
        place for place in _places(lambda: ctypes.string_at(base, size), word)
        if ctypes.c_int.from_address(base + place + _LOCKED * word).value == 1
    ]
    if len(found) != 1:
        return None
    number = ctypes.c_ulong.from_address(base + found[0] + _SWITCH_NUMBER * word)

    def switches() -> int:
        return number.value

    return switches if _moves(switches) else None


def _readable(base: int) -> int:
    """The number of bytes that can be read from this address on."""
    with open("/proc/self/maps", encoding="ascii", errors="replace") as maps:
        for line in maps:
            start, end = (int(address, 16) for address in line.split()[0].split("-"))
            if start <= base < end:
                return end - base
    return 0


def _places(memory: Callable[[], bytes], word: int) -> List[int]:
    """The offsets that hold the switch interval, whatever it is set to."""
    before = sys.getswitchinterval()
    places: Optional[List[int]] = None
    try:
        for micros in _PLANTED_MICROS:
            sys.setswitchinterval(micros / 1e6)
            value = struct.pack("@L", round(sys.getswitchinterval() * 1e6))
            now = memory()
            if places is None:
                places = [p for p in _all(now, value) if p % word == 0 and p + (_SWITCH_NUMBER + 1) * word <= len(now)]
            else:
                places = [p for p in places if now[p:p + word] == value]
    finally:
        sys.setswitchinterval(before)
    return places or []


def _all(memory: bytes, value: bytes) -> List[int]:
    places = []
    place = memory.find(value)
    while place >= 0:
        places.append(place)
        place = memory.find(value, place + 1)
    return places


def _moves(switches: Callable[[], int]) -> bool:
    """Whether the number grows by a plausible amount while another thread starts and ends."""
    before = switches()
    thread = threading.Thread(target=lambda: None)
    thread.start()
    thread.join()
    return 0 < switches() - before < 1000
