"""Threads that only compute.

Each probe does, step by step, what its namesake in Java does. The Java class says what the values mean.
"""
import threading
import time

import gil

now = time.perf_counter
now_ns = time.perf_counter_ns
REPETITIONS = 24


class ProbeThreads:
    """Threads that run one body together; the body gets each thread's number."""

    def __init__(self, count, body):
        self.threads = [threading.Thread(target=body, args=(number,), daemon=True) for number in range(count)]
        for thread in self.threads:
            thread.start()

    def join(self):
        for thread in self.threads:
            thread.join()


class Spinners:
    """Threads that compute until they are stopped."""

    def __init__(self, count):
        self.stopped = False
        self.counts = [0] * count
        self.threads = ProbeThreads(count, self.spin)

    def spin(self, number):
        counts = self.counts
        while not self.stopped:
            counts[number] += 1

    def iterations(self):
        return sum(self.counts)

    def stop(self):
        self.stopped = True
        self.threads.join()


class Stopwatch:
    """CPU and wall time since it was made."""

    def __init__(self):
        self.cpu = time.process_time()
        self.wall = now()

    def add_to(self, values):
        wall = now() - self.wall
        values.setdefault("cpu", []).append(time.process_time() - self.cpu)
        values.setdefault("wall", []).append(wall)
        return wall


def burn(iterations):
    x = 1
    for i in range(iterations):
        x = (x * 31 + i) & 0xFFFF


def iterations_in(seconds):
    """The number of iterations that take this CPU time."""
    iterations = 1 << 14
    while True:
        before = time.thread_time()
        burn(iterations)
        took = time.thread_time() - before
        if took > 0.1:
            return max(1, round(iterations * seconds / took))
        iterations *= 2


def _fixed(threads, iterations_each, values):
    stopwatch = Stopwatch()
    ProbeThreads(threads, lambda number: burn(iterations_each)).join()
    return stopwatch.add_to(values)


def fixed_work(order, send):
    iterations = iterations_in(order["seconds"])
    values = {"one": [], "many": []}
    for _ in range(REPETITIONS):
        for threads, shares in ((2, 2), (4, 4), (2, 1), (4, 1)):
            each = iterations // shares
            values["one"].append(_fixed(1, threads * each, values))
            values["many"].append(_fixed(threads, each, values))
    return values


def as_printed(order, send):
    seconds = order["seconds"]

    def spin(number):
        deadline = now() + seconds
        while now() < deadline:
            pass

    values = {}
    stopwatch = Stopwatch()
    ProbeThreads(order["threads"], spin).join()
    values["elapsed"] = [stopwatch.add_to(values) / seconds]
    return values


def slices(order, send):
    count = gil.switch_counter()
    gap = order["lock"]["intervalMicros"] * 1000 // 5
    found = []
    began = []
    ended = []
    values = {}
    stopwatch = Stopwatch()
    end = now_ns() + int(order["seconds"] * 1e9)

    def reading():
        return now_ns(), count() if count else 0

    def spin(number):
        mine = []
        began.append(reading())
        begin = last = now_ns()
        while last < end:
            moment = now_ns()
            if moment - last > gap:
                mine.append((begin, last, number))
                begin = moment
            last = moment
        ended.append(reading())
        found.extend(mine)

    ProbeThreads(order["threads"], spin).join()
    stopwatch.add_to(values)
    found.sort()
    first, last = max(began), min(ended)
    if count:
        values["switches"] = [last[1] - first[1]]
    else:
        values["switches"] = [sum(first[0] < end <= last[0] for begin, end, owner in found)]
    values["spun"] = [(last[0] - first[0]) / 1e9]
    values["counted"] = [1 if count else 0]
    values["slices"] = [(last - begin) / 1e6 for begin, last, owner in found]
    values["owners"] = [owner for begin, last, owner in found]
    return values
