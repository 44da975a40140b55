"""A fixed amount of work done by one worker process, and shared by two."""
import os
import queue
import subprocess
import sys
import threading
import time

import spins

TIMES = 100


def _seconds(workers, turns_each):
    begin = time.perf_counter()
    for worker in workers:
        worker.stdin.write(b"%d\n" % turns_each)
        worker.stdin.flush()
    for worker in workers:
        if not worker.stdout.readline():
            raise ChildProcessError("a worker process ended")
    return time.perf_counter() - begin


def measure(order, say):
    turns = spins.turns_in(order["seconds"])
    command = [sys.executable, os.path.dirname(os.path.abspath(__file__)), "worker"]
    both = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(2)]
    _seconds(both, turns // 10)
    values = {"one": [], "two": []}
    for _ in range(TIMES):
        values["one"].append(_seconds(both[:1], turns))
        values["two"].append(_seconds(both, turns // 2))
    for worker in both:
        worker.stdin.close()
        worker.wait()
    return values


def work():
    """What a worker does: for each number of turns it does them and says so. It leaves when its input ends, also amid its work."""
    asked = queue.SimpleQueue()

    def read():
        for line in iter(sys.stdin.buffer.readline, b""):
            asked.put(int(line))
        os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    while True:
        spins.burn(asked.get())
        sys.stdout.write("done\n")
        sys.stdout.flush()
