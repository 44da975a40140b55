"""What multiprocessing costs on this machine: the figures of the table of the workers, one per line."""
import multiprocessing
import statistics
import sys
import time
import zlib
from multiprocessing import shared_memory

now = time.perf_counter
WORKERS = 4
UNITS = 20_000
PAYLOAD = 8_000_000


def same(x):
    return x


def crc(body):
    return zlib.crc32(body)


def answer(pipe):
    pipe.send(1)
    pipe.recv()


def compute(turns):
    x = 1
    for i in range(turns):
        x = (x * 31 + i) & 0xFFFF
    return x


def timed(body, times):
    took = []
    for _ in range(times):
        begin = now()
        body()
        took.append(now() - begin)
    return statistics.median(took)


def first_answers(context):
    pairs = [context.Pipe() for _ in range(WORKERS)]
    begin = now()
    processes = [context.Process(target=answer, args=(theirs,), daemon=True) for _, theirs in pairs]
    for process in processes:
        process.start()
    for ours, _ in pairs:
        ours.recv()
    took = now() - begin
    for ours, _ in pairs:
        ours.send(1)
    for process in processes:
        process.join()
    return took


def shared(body):
    block = shared_memory.SharedMemory(create=True, size=PAYLOAD)
    block.buf[:PAYLOAD] = body
    block.close()
    block.unlink()


def speed_up(context):
    turns = 400_000
    with context.Pool(1) as one, context.Pool(2) as two:
        one.map(compute, [turns] * 2, chunksize=1)
        two.map(compute, [turns] * 4, chunksize=1)
        alone = min(timed(lambda: one.map(compute, [turns] * 20, chunksize=1), 1) for _ in range(2))
        both = min(timed(lambda: two.map(compute, [turns] * 20, chunksize=1), 1) for _ in range(2))
    return alone / both


def main():
    fork = multiprocessing.get_context("fork")
    with fork.Pool(WORKERS) as pool:
        pool.map(same, range(1000), chunksize=1)
        print("units", UNITS / timed(lambda: pool.map(same, range(UNITS), chunksize=1), 3))
        print("trip", timed(lambda: pool.apply(same, (1,)), 500) * 1e6)
        body = bytes(PAYLOAD)
        pool.apply(crc, (body,))
        print("payload", timed(lambda: pool.apply(crc, (body,)), 7) * 1e3)
        print("shared", timed(lambda: shared(body), 7) * 1e3)
    print("spawn", timed(lambda: first_answers(multiprocessing.get_context("spawn")), 3) * 1e3)
    print("fork", timed(lambda: first_answers(fork), 3) * 1e3)
    print("speedup", speed_up(fork))
    print("version CPython", sys.version.split()[0])


if __name__ == "__main__":
    main()
