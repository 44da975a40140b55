package dev.joust.fidelity;

import dev.joust.blocking.RunLock;

/**
 * A sleeper beside a thread that computes in calls of {@code argument} ms without a poll, as {@code sorted} does on a
 * long list. {@code task}: how long each call took, in ms; {@code overshoot} of each sleep, in ms.
 */
final class Uninterruptible implements Probe {
    private static final int WARM_UP_CALLS = 5;
    private static final int MAX_CALLS = 1000;

    private volatile boolean stop;

    @Override
    public Values measure(ProbeOrder order) throws InterruptedException {
        var lock = TestedLock.of(order.lock()).lock();
        long iterations = iterationsIn((long) (order.argument() * 1e6));
        long[] lengths = new long[MAX_CALLS];
        int[] count = new int[1];
        var values = new Values();
        var threads = ProbeThreads.start(1, number -> count[0] = callUntilStopped(lock, iterations, lengths));
        Sleeper.sleepFor(order.seconds(), lock, values);
        stop = true;
        threads.join();
        return values.addMillis("task", lengths, count[0]);
    }

    private int callUntilStopped(RunLock lock, long iterations, long[] lengths) {
        var checkpoint = lock.checkpoint();
        int count = 0;
        lock.acquire();
        while (!stop && count < lengths.length) {
            long begin = System.nanoTime();
            Chain.burnUnpolled(iterations);
            lengths[count++] = System.nanoTime() - begin;
            checkpoint.poll();
        }
        lock.release();
        return count;
    }

    private static long iterationsIn(long nanos) {
        long iterations = 1 << 18;
        for (int i = 0; i < WARM_UP_CALLS; i++) {
            double before = Clocks.threadCpuNanos();
            Chain.burnUnpolled(iterations);
            iterations = Math.max(1, (long) (iterations * nanos / Math.max(1, Clocks.threadCpuNanos() - before)));
        }
        return iterations;
    }
}
