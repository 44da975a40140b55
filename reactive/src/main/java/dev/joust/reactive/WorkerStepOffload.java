package dev.joust.reactive;

import dev.joust.scenario.Step;
import dev.joust.trial.TaskBody;
import java.io.IOException;

/** Executes the steps of one loop's units on the worker threads of Vert.x, without a lock. */
final class WorkerStepOffload implements StepExecutor {
    private final VertxClient loop;
    private final ThreadLocal<LoopStepExecutor> steps; // each has a buffer for files

    WorkerStepOffload(VertxClient loop, TaskBody body) {
        this.loop = loop;
        this.steps = ThreadLocal.withInitial(() -> new LoopStepExecutor(body));
    }

    @Override
    public boolean offload(Runnable task) {
        loop.executeBlocking(task);
        return true;
    }

    @Override
    public long execute(Step step, long seed) throws IOException {
        return steps.get().execute(step, seed);
    }
}
