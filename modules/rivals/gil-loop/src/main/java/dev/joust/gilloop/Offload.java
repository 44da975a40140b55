package dev.joust.gilloop;

import dev.joust.blocking.Gate;
import dev.joust.blocking.GatedTask;
import dev.joust.reactive.Labour;
import dev.joust.scenario.Step;
import java.io.IOException;
import java.util.concurrent.ExecutorService;

/**
 * Threads beside the loop do it, behind the same lock. A thread has left the lock before it wakes the loop, as the write to asyncio's
 * self-pipe gives it up.
 */
record Offload(GatedTask task, Gate gate, ExecutorService threads) implements Labour {

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
