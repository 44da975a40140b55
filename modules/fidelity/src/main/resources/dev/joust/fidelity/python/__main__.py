"""A probe process in CPython: reads an order, writes an answer. It ends when its standard input ends."""
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
    "echo-client": echo.request,
    "loop-lag": eventloop.lag,
    "processes": workers.measure,
}


def exit_at_end_of_input():
    while os.read(0, 4096):
        pass
    os._exit(0)


def send(answer):
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main():
    line = sys.stdin.buffer.raw.readline()  # unbuffered: the thread below reads the rest
    if not line:
        return
    try:
        order = json.loads(line)
        probe = PROBES.get(order["probe"])
        if probe is None:
            send({"type": "failed", "reason": "unknown probe '%s'" % order["probe"]})
            return
        threading.Thread(target=exit_at_end_of_input, daemon=True).start()
        sys.setswitchinterval(order["lock"]["intervalMicros"] / 1e6)
        values = probe(order, send)
        runtime = "%s %s" % (sys.implementation.name.replace("cpython", "CPython"), sys.version.split()[0])
        send({"type": "samples", "runtime": runtime, "values": values})
    except Exception as e:
        traceback.print_exc()
        send({"type": "failed", "reason": repr(e)})
    sys.stdout.flush()
    os._exit(0)  # even if a probe's thread does not end


if len(sys.argv) == 2 and sys.argv[1] == "worker":
    workers.run_worker()
else:
    main()
