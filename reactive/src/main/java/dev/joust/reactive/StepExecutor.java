package dev.joust.reactive;

import dev.joust.scenario.Step;
import java.io.IOException;

/**
 * Executes the steps of a loop's units that do not wait: computations, native work, payloads and file reads. A model
 * with a lock, or with threads beside its loop, has its own.
 */
public interface StepExecutor {
    /**
     * Executes such a step and returns its result. On the thread that {@link #offload} chose, or else on the loop's
     * thread.
     *
     * @throws IOException when a file cannot be read as requested; the message is the reason
     */
    long execute(Step step, long seed) throws IOException;

    /**
     * Has another thread run this task, which executes a step and hands its result to the loop. On the loop's thread.
     *
     * @return false when there is no other thread: the loop executes the step itself, and all else waits for it
     */
    default boolean offload(Runnable task) {
        return false;
    }

    /** Runs the completion of a unit at once, on the loop's thread, while that thread holds no lock. */
    default void runCompletion(Runnable completion) {
        completion.run();
    }
}
