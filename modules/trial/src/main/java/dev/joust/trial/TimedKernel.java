package dev.joust.trial;

import dev.joust.scenario.Kernel;
import java.lang.management.ManagementFactory;

/** A kernel whose runs are timed in CPU time, which excludes what other threads use. */
@FunctionalInterface
interface TimedKernel {
    /** Computes these units on this thread, and returns the milliseconds of CPU time that they took: above 0. */
    double millis(long units);

    /** A kernel of this JVM. */
    static TimedKernel of(Kernel kernel) {
        var threads = ManagementFactory.getThreadMXBean();
        return units -> {
            long before = threads.getCurrentThreadCpuTime();
            long answer = Kernels.run(kernel, TaskBody.kernelSeed(units), units, Checkpoint.NONE);
            long after = threads.getCurrentThreadCpuTime();
            // the use of the answer keeps the compiler from removing the work
            return answer == before ? Double.MIN_VALUE : Math.max(1, after - before) / 1e6;
        };
    }
}
