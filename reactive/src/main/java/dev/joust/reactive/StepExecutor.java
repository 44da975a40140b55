package dev.joust.reactive;

import dev.joust.scenario.Step;
import java.io.IOException;

/**
 * How the units of a loop do what is not waiting: computations, native work, the reading of files. The seam for loops that have a
 * lock, or threads beside them.
 */
public interface StepExecutor {
    /**
     * The result of such a step. On the thread that {@link #handOver} chose: the loop's own, unless it took the task.
     *
     * @throws IOException when a file cannot be read as asked; the message is the reason
     */
    long result(Step step, long seed) throws IOException;

    /**
     * Has another thread run this task, which asks for a result and hands it to the loop. On the loop's thread.
     *
     * @return false when there is no other thread: the loop asks for the result itself, and everything waits for it meanwhile
     */
    default boolean handOver(Runnable task) {
        return false;
    }

    /** Runs what tells that a unit is done, here and now on the loop's thread, without any lock that this thread holds. */
    default void tell(Runnable completion) {
        completion.run();
    }
}
