package dev.joust.gilloop;

import dev.joust.blocking.LockedTask;
import dev.joust.blocking.RunLock;
import dev.joust.reactive.StepExecutor;
import dev.joust.scenario.Step;
import java.io.IOException;

/** The loop does it by itself, under the lock that it holds anyway. */
record InlineStepExecutor(LockedTask task, RunLock gate) implements StepExecutor {

    @Override
    public long result(Step step, long seed) throws IOException {
        return task.result(step, seed);
    }

    @Override
    public void tell(Runnable completion) {
        WithoutLock.run(gate, completion);
    }
}
