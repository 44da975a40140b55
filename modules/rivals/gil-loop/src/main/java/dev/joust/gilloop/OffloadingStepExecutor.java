package dev.joust.gilloop;

import dev.joust.blocking.LockedTask;
import dev.joust.blocking.RunLock;
import dev.joust.reactive.StepExecutor;
import dev.joust.scenario.Step;
import java.io.IOException;
import java.util.concurrent.ExecutorService;

/**
 * Threads beside the loop do it, behind the same lock. A thread has left the lock before it wakes the loop, as the write to asyncio's
 * self-pipe gives it up.
 */
record OffloadingStepExecutor(LockedTask task, RunLock gate, ExecutorService threads) implements StepExecutor {

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
        WithoutLock.run(gate, completion);
    }
}
