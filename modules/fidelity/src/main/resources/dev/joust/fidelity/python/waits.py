"""A thread that waits beside threads that compute."""
import os
import random
import time

import spins

now = time.perf_counter
SLEEP = 0.001


def sleep_for(seconds):
    overshoots = []
    end = now() + seconds
    while now() < end:
        begin = now()
        time.sleep(SLEEP)
        overshoots.append((now() - begin - SLEEP) * 1e3)
    return overshoots


def overshoot(order, send):
    values = {}
    spinners = spins.Spinners(order["threads"])
    stopwatch = spins.Stopwatch()
    values["overshoot"] = sleep_for(order["seconds"])
    stopwatch.add_to(values)
    spinners.stop()
    return values


def short_call(order, send):
    half = order["lock"]["intervalMicros"] / 2e6
    calls = lost = 0
    spinners = spins.Spinners(order["threads"])
    file = os.open(__file__, os.O_RDONLY)
    end = now() + order["seconds"]
    begin = now()
    while begin < end:
        os.pread(file, 1, 0)
        calls += 1
        if now() - begin > half:
            lost += 1
        begin = now()
    spinners.stop()
    os.close(file)
    return {"calls": [calls], "lost": [lost]}


def _list_that_takes(seconds):
    """A list that takes about this CPU time to sort, in one call."""
    length = 100_000
    for _ in range(3):
        numbers = [random.random() for _ in range(length)]
        before = time.thread_time()
        sorted(numbers)
        length = max(1000, int(length * seconds / max(1e-6, time.thread_time() - before)))
    return [random.random() for _ in range(length)]


def uninterruptible(order, send):
    numbers = _list_that_takes(order["argument"] / 1e3)
    lengths = []
    running = [True]

    def call_until_stopped(number):
        while running:
            begin = now()
            sorted(numbers)
            lengths.append((now() - begin) * 1e3)

    caller = spins.ProbeThreads(1, call_until_stopped)
    overshoots = sleep_for(order["seconds"])
    running.clear()
    caller.join()
    return {"overshoot": overshoots, "task": lengths}
