"""How often the GIL has gone from one thread to another, read from the interpreter's own counter.

The counter stands in a structure whose place differs from version to version. It is found by its neighbours: a switch interval that is
set to a conspicuous number shows where the interval lies, and the flag that says whether the GIL is held must be 1, since we hold it.
Three numbers in turn leave one place or none; where there is none (another layout, another system) there is no counter, and whoever
asks counts the turns of its threads instead.
"""
import ctypes
import sys

WORD = ctypes.sizeof(ctypes.c_ulong)
LOCKED = 2 * WORD  # interval, last_holder, locked, switch_number
SWITCH_NUMBER = 3 * WORD
CONSPICUOUS_MICROS = (123457, 98765, 314159)
MOST_WORDS = 400_000


def _mapping_end(address):
    with open("/proc/self/maps") as maps:
        for line in maps:
            begin, end = (int(part, 16) for part in line.split()[0].split("-"))
            if begin <= address < end:
                return end
    raise LookupError("no mapping holds the runtime")


def _find():
    base = ctypes.addressof(ctypes.c_char.in_dll(ctypes.pythonapi, "_PyRuntime"))
    count = min((_mapping_end(base) - base) // WORD - 4, MOST_WORDS)
    words = (ctypes.c_ulong * count).from_address(base)
    before = sys.getswitchinterval()
    places = range(count)
    try:
        for micros in CONSPICUOUS_MICROS:
            sys.setswitchinterval(micros / 1e6)
            interval = round(sys.getswitchinterval() * 1e6)
            places = [i for i in places if words[i] == interval]
    finally:
        sys.setswitchinterval(before)
    places = [i for i in places if ctypes.c_int.from_address(base + i * WORD + LOCKED).value == 1]
    if len(places) != 1:
        raise LookupError("%d places look like the GIL" % len(places))
    return ctypes.c_ulong.from_address(base + places[0] * WORD + SWITCH_NUMBER)


def counter():
    """A function that reads the counter, or None where there is none to be found."""
    try:
        number = _find()
    except (LookupError, OSError, ValueError, AttributeError) as reason:
        print("no switch counter: %s" % reason, file=sys.stderr)
        return None
    return lambda: number.value
