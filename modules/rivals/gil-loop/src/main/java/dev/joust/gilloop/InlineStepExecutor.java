package dev.joust.gilloop;

import dev.joust.blocking.LockedTask;
import dev.joust.blocking.RunLock;
import dev.joust.reactive.StepExecutor;
import dev.joust.scenario.Step;
import java.io.IOException;

/** Executes steps on the loop's thread, under the lock that the thread already holds. */
record InlineStepExecutor(LockedTask task, RunLock lock) implements StepExecutor {

    @Override
    public long execute(Step step, long seed) throws IOException {
        return task.result(step, seed);
    }

    @Override
    public void runCompletion(Runnable completion) {
        WithoutLock.run(lock, completion);
    }
}
