"""How late a timer of 1 ms fires on asyncio's loop: when no other thread runs, and beside threads that compute."""
import asyncio
import time

now = time.perf_counter
SLEEP = 0.001


async def _timers(seconds):
    late = []
    end = now() + seconds
    while now() < end:
        begin = now()
        await asyncio.sleep(SLEEP)
        late.append((now() - begin - SLEEP) * 1e3)
    return late


async def _lag(threads, seconds):
    running = [True]

    def spin():
        iterations = 0
        while running:
            iterations += 1

    idle = await _timers(seconds)
    loop = asyncio.get_running_loop()
    spinners = [loop.run_in_executor(None, spin) for _ in range(threads)]
    beside = await _timers(seconds)
    running.clear()
    await asyncio.gather(*spinners)
    return {"idle": idle, "beside": beside}


def lag(order, send):
    return asyncio.run(_lag(order["threads"], order["seconds"]))
