package dev.joust.fidelity;

import dev.joust.blocking.RunLock;
import java.util.concurrent.locks.LockSupport;

/** Sleeps 1 ms again and again, without the lock, and notes how much later it has the lock back. */
final class Sleeper {
    private static final long SLEEP_NANOS = 1_000_000;
    private static final int MOST_PER_SECOND = 1000;

    private Sleeper() {}

    /** Adds {@code overshoot}, in ms. The calling thread must not hold the lock. */
    static void sleepFor(double seconds, RunLock gate, Values values) {
        long[] overshoots = new long[(int) (seconds * MOST_PER_SECOND) + 1];
        var checkpoint = gate.checkpoint();
        int count = 0;
        gate.acquire();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long begin = System.nanoTime();
        while (begin - end < 0 && count < overshoots.length) {
            gate.release();
            sleep(begin + SLEEP_NANOS);
            gate.acquire();
            long now = System.nanoTime();
            overshoots[count++] = now - begin - SLEEP_NANOS;
            checkpoint.poll();
            begin = System.nanoTime();
        }
        gate.release();
        values.millis("overshoot", overshoots, count);
    }

    /** Until then: a permit that was left over from a lock ends a park at once. */
    private static void sleep(long deadline) {
        for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
