"""A fixed amount of work by one worker process, and shared by two."""
import os
import queue
import subprocess
import sys
import threading
import time

import spins

REPETITIONS = 100


def _seconds(workers, iterations_each):
    begin = time.perf_counter()
    for worker in workers:
        worker.stdin.write(b"%d\n" % iterations_each)
        worker.stdin.flush()
    for worker in workers:
        if not worker.stdout.readline():
            raise ChildProcessError("a worker process ended")
    return time.perf_counter() - begin


def measure(order, send):
    iterations = spins.iterations_in(order["seconds"])
    command = [sys.executable, os.path.dirname(os.path.abspath(__file__)), "worker"]
    both = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(2)]
    _seconds(both, iterations // 10)
    values = {"one": [], "two": []}
    for _ in range(REPETITIONS):
        values["one"].append(_seconds(both[:1], iterations))
        values["two"].append(_seconds(both, iterations // 2))
    for worker in both:
        worker.stdin.close()
        worker.wait()
    return values


def run_worker():
    """Computes each number of iterations that it reads, then writes a line. It ends when its input ends, even while it
    computes."""
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
