"""Threads that only compute. Each probe does, step by step, what its namesake in Java does; see there for what the values mean."""
import threading
import time

import gil

now = time.perf_counter
now_ns = time.perf_counter_ns
TIMES = 24


class Crew:
    """Threads that do one thing together; each is told its number."""

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
        self.turns = [0] * count
        self.crew = Crew(count, self.spin)

    def spin(self, number):
        turns = self.turns
        while not self.stopped:
            turns[number] += 1

    def done(self):
        return sum(self.turns)

    def stop(self):
        self.stopped = True
        self.crew.join()


class Stretch:
    """CPU and wall time since it was made."""

    def __init__(self):
        self.cpu = time.process_time()
        self.wall = now()

    def end(self, values):
        wall = now() - self.wall
        values.setdefault("cpu", []).append(time.process_time() - self.cpu)
        values.setdefault("wall", []).append(wall)
        return wall


def burn(turns):
    x = 1
    for i in range(turns):
        x = (x * 31 + i) & 0xFFFF


def turns_in(seconds):
    """How many turns take so long in CPU time."""
    turns = 1 << 14
    while True:
        before = time.thread_time()
        burn(turns)
        took = time.thread_time() - before
        if took > 0.1:
            return max(1, round(turns * seconds / took))
        turns *= 2


def _fixed(threads, turns_each, values):
    stretch = Stretch()
    Crew(threads, lambda number: burn(turns_each)).join()
    return stretch.end(values)


def fixed_work(order, say):
    turns = turns_in(order["seconds"])
    values = {"one": [], "many": []}
    for _ in range(TIMES):
        for threads, shares in ((2, 2), (4, 4), (2, 1), (4, 1)):
            each = turns // shares
            values["one"].append(_fixed(1, threads * each, values))
            values["many"].append(_fixed(threads, each, values))
    return values


def as_printed(order, say):
    seconds = order["seconds"]

    def spin(number):
        deadline = now() + seconds
        while now() < deadline:
            pass

    values = {}
    stretch = Stretch()
    Crew(order["threads"], spin).join()
    values["elapsed"] = [stretch.end(values) / seconds]
    return values


def slices(order, say):
    count = gil.switch_counter()
    gap = order["lock"]["intervalMicros"] * 1000 // 5
    found = []
    began = []
    ended = []
    values = {}
    stretch = Stretch()
    end = now_ns() + int(order["seconds"] * 1e9)

    def reading():
        return now_ns(), count() if count else 0

    def turns(number):
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

    Crew(order["threads"], turns).join()
    stretch.end(values)
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
