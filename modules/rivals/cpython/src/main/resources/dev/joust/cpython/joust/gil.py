"""How often the interpreter lock has changed hands, read from the interpreter's own memory; it is nowhere in the API.

CPython counts in struct _gil_runtime_state, whose place within _PyRuntime differs from version to version. The
struct holds the switch interval, so it is found by setting one interval after another and keeping the places that
follow. Then the place has to prove itself: the lock is held, and the number moves when the lock does. Where any of
this fails there is no counter, and nothing else is lost.
"""
from __future__ import annotations

import struct
import sys
import threading
from typing import Callable, List, Optional

_PLANTED_MICROS = (123457, 98765, 314159)
_MOST = 4 << 20  # bytes of _PyRuntime that are looked through
_LOCKED = 2  # words behind the interval: last_holder, then locked, then switch_number
_SWITCH_NUMBER = 3


def switch_counter() -> Optional[Callable[[], int]]:
    """Reads the number of switches so far; None where the layout is not the known one. To be called before threads
    compete.
    """
    if sys.implementation.name != "cpython" or not sys.platform.startswith("linux"):
        return None
    try:
        import ctypes

        base = ctypes.addressof(ctypes.c_char.in_dll(ctypes.pythonapi, "_PyRuntime"))
        size = min(_readable(base), _MOST)
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
    """How many bytes can be read from there on."""
    with open("/proc/self/maps", encoding="ascii", errors="replace") as maps:
        for line in maps:
            start, end = (int(address, 16) for address in line.split()[0].split("-"))
            if start <= base < end:
                return end - base
    return 0


def _places(memory: Callable[[], bytes], word: int) -> List[int]:
    """Where the switch interval stands, whatever it is set to."""
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
    """Whether the number grows, and not wildly, while another thread starts and ends."""
    before = switches()
    thread = threading.Thread(target=lambda: None)
    thread.start()
    thread.join()
    return 0 < switches() - before < 1000
