package dev.joust.quarkus;

import dev.joust.blocking.LockedTask;
import dev.joust.scenario.Step;
import dev.joust.trial.Activity;
import io.vertx.core.Context;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs the steps that do not wait, and tells how busy the event loops are: the CPU time of their threads, and the
 * longest computation that kept one of them from its I/O. Steps on other threads are not timed. Safe for any number of
 * threads.
 */
final class TimedTask {
    /** Vert.x names the threads of its event loops so. */
    private static final String THREADS = "vert.x-eventloop-thread-";

    private final LockedTask task;
    private final AtomicLong longest = new AtomicLong();

    TimedTask(LockedTask task) {
        this.task = task;
    }

    /**
     * The result of a step that does not wait.
     *
     * @throws IOException when a file cannot be read, or has another length
     */
    long result(Step step, long seed) throws IOException {
        if (!Context.isOnEventLoopThread()) {
            return task.result(step, seed);
        }
        long began = System.nanoTime();
        try {
            return task.result(step, seed);
        } finally {
            longest.accumulateAndGet(System.nanoTime() - began, Math::max);
        }
    }

    /** The activity so far, as a mean over the loops; the longest computation since the last reading. */
    Activity activity() {
        var threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        int loops = 0;
        for (var thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith(THREADS)) {
                nanos += threads.getThreadCpuTime(thread.getThreadId());
                loops++;
            }
        }
        return new Activity(
                loops == 0 ? Map.of() : Map.of(Activity.LOOP_BUSY, (double) nanos / loops),
                Map.of(Activity.LOOP_TURN, (double) longest.getAndSet(0)));
    }
}
