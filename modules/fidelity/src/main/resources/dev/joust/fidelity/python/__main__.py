"""A probe process in CPython: an order in, an answer out. Leaves when its standard input ends."""
import json
import os
import sys
import threading
import traceback

import echo
import eventloop
import spins
import workers
import waits

PROBES = {
    "fixed-work": spins.fixed_work,
    "as-printed": spins.as_printed,
    "slices": spins.slices,
    "overshoot": waits.overshoot,
    "short-call": waits.short_call,
    "uninterruptible": waits.uninterruptible,
    "echo-server": echo.serve,
    "echo-client": echo.ask,
    "loop-lag": eventloop.lag,
    "processes": workers.measure,
}


def leave_at_the_end_of_input():
    while os.read(0, 4096):
        pass
    os._exit(0)


def say(answer):
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main():
    line = sys.stdin.buffer.raw.readline()  # unbuffered: the rest belongs to the thread below
    if not line:
        return
    try:
        order = json.loads(line)
        probe = PROBES.get(order["probe"])
        if probe is None:
            say({"type": "failed", "reason": "unknown probe '%s'" % order["probe"]})
            return
        threading.Thread(target=leave_at_the_end_of_input, daemon=True).start()
        sys.setswitchinterval(order["lock"]["intervalMicros"] / 1e6)
        values = probe(order, say)
        runtime = "%s %s" % (sys.implementation.name.replace("cpython", "CPython"), sys.version.split()[0])
        say({"type": "samples", "runtime": runtime, "values": values})
    except Exception as e:
        traceback.print_exc()
        say({"type": "failed", "reason": repr(e)})
    sys.stdout.flush()
    os._exit(0)  # also when a probe's thread is stuck


if len(sys.argv) == 2 and sys.argv[1] == "worker":
    workers.work()
else:
    main()
