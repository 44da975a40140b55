package dev.joust.fidelity;

import dev.joust.blocking.RunLock;
import java.util.concurrent.locks.LockSupport;

/** Sleeps 1 ms again and again without the lock, and measures how much later it has the lock back. */
final class Sleeper {
    private static final long SLEEP_NANOS = 1_000_000;
    private static final int MAX_SLEEPS_PER_SECOND = 1000;

    private Sleeper() {}

    /** Adds {@code overshoot} of each sleep, in ms. The calling thread must not hold the lock. */
    static void sleepFor(double seconds, RunLock lock, Values values) {
        long[] overshoots = new long[(int) (seconds * MAX_SLEEPS_PER_SECOND) + 1];
        var checkpoint = lock.checkpoint();
        int count = 0;
        lock.acquire();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long begin = System.nanoTime();
        while (begin - end < 0 && count < overshoots.length) {
            lock.release();
            sleepUntil(begin + SLEEP_NANOS);
            lock.acquire();
            long now = System.nanoTime();
            overshoots[count++] = now - begin - SLEEP_NANOS;
            checkpoint.poll();
            begin = System.nanoTime();
        }
        lock.release();
        values.addMillis("overshoot", overshoots, count);
    }

    /** Parks until the deadline, in a loop: a permit left over from a lock ends a park at once. */
    private static void sleepUntil(long deadline) {
        for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
