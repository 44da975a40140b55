package dev.joust.gilloop;

import dev.joust.blocking.LockedTask;
import dev.joust.blocking.RunLock;
import dev.joust.reactive.StepExecutor;
import dev.joust.scenario.Step;
import java.io.IOException;
import java.util.concurrent.ExecutorService;

/**
 * Executes steps on threads beside the loop, behind the same lock. A thread releases the lock before it wakes the loop,
 * as the write to asyncio's self-pipe does.
 */
record OffloadingStepExecutor(LockedTask task, RunLock lock, ExecutorService threads) implements StepExecutor {

    @Override
    public boolean offload(Runnable execution) {
        threads.execute(execution);
        return true;
    }

    @Override
    public long execute(Step step, long seed) throws IOException {
        lock.acquire();
        try {
            return task.result(step, seed);
        } finally {
            lock.release();
        }
    }

    @Override
    public void runCompletion(Runnable completion) {
        WithoutLock.run(lock, completion);
    }
}
