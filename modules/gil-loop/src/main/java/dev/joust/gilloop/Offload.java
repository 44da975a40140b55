package dev.joust.gilloop;

import dev.joust.blocking.Gate;
import dev.joust.reactive.Labour;
import dev.joust.scenario.Step;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads beside the loop do it, behind the same lock. A thread has left the lock before it wakes the loop, as the write to asyncio's
 * self-pipe gives it up.
 */
record Offload(GatedTask task, Gate gate, ExecutorService threads) implements Labour {

    /** So many platform threads, started already, that share a queue without a bound; none begins when there shall be none. */
    static ExecutorService pool(int threads) {
        var pool = new ThreadPoolExecutor(
                threads,
                Math.max(1, threads),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("gil-loop-", 0).daemon().factory());
        pool.prestartAllCoreThreads();
        return pool;
    }

    @Override
    public boolean handOver(Runnable job) {
        threads.execute(job);
        return true;
    }

    @Override
    public long result(Step step, long seed) throws IOException {
        gate.acquire();
        try {
            return task.result(step, seed);
        } finally {
            gate.release();
        }
    }

    @Override
    public void tell(Runnable completion) {
        Outside.run(gate, completion);
    }
}
