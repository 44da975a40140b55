package dev.joust.reactive;

import dev.joust.scenario.Step;
import dev.joust.trial.TaskBody;
import java.io.IOException;
import java.util.concurrent.Executor;

/**
 * Executes the steps of a loop's units that do not wait on other threads, without a lock.
 *
 * @param threads runs each step on a thread of its own choice, never on the loop
 */
record StepOffload(Executor threads, StepExecutor steps) implements StepExecutor {

    /** On the worker threads of Vert.x. */
    static StepOffload toWorkers(VertxClient loop, TaskBody body) {
        var files = ThreadLocal.withInitial(FileBody::new); // each has a buffer
        return new StepOffload(loop::executeBlocking, new LoopStepExecutor(body, files::get));
    }

    /** On a new virtual thread for each step. */
    static StepOffload toVirtualThreads(TaskBody body) {
        var factory = Thread.ofVirtual().name("hop-", 0).factory();
        return new StepOffload(task -> factory.newThread(task).start(), new LoopStepExecutor(body, FileBody::new));
    }

    @Override
    public boolean offload(Runnable task) {
        threads.execute(task);
        return true;
    }

    @Override
    public long execute(Step step, long seed) throws IOException {
        return steps.execute(step, seed);
    }
}
