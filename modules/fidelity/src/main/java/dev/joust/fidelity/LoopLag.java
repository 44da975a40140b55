package dev.joust.fidelity;

import dev.joust.blocking.RunLock;
import java.io.IOException;
import java.nio.channels.Selector;

/**
 * A timer of 1 ms on an event loop whose callbacks run under the lock. {@code idle}: how late it fires, in ms, when no
 * other thread runs. {@code beside}: the same while n threads compute under the same lock.
 *
 * <p>The loop is made as asyncio's. It releases the lock while it selects, rounds the time that is left up to a
 * millisecond, and runs what a timer has completed in its next iteration, after another select that does not wait.
 */
final class LoopLag implements Probe {
    private static final long TIMER_NANOS = 1_000_000;
    private static final double WARM_UP_SECONDS = 0.5;
    private static final int MAX_TIMERS_PER_SECOND = 1000;

    @Override
    public Values measure(ProbeOrder order) throws IOException, InterruptedException {
        var lock = TestedLock.of(order.lock()).lock();
        var values = new Values();
        try (var selector = Selector.open()) {
            runTimers(selector, lock, WARM_UP_SECONDS, "warm-up", new Values());
            runTimers(selector, lock, order.seconds(), "idle", values);
            try (var _ = Spinners.start(lock, order.threads())) {
                runTimers(selector, lock, WARM_UP_SECONDS, "warm-up", new Values());
                runTimers(selector, lock, order.seconds(), "beside", values);
            }
        }
        return values;
    }

    private static void runTimers(Selector selector, RunLock lock, double seconds, String name, Values values)
            throws IOException {
        long[] late = new long[(int) (seconds * MAX_TIMERS_PER_SECOND) + 1];
        int count = 0;
        lock.acquire();
        try {
            long end = System.nanoTime() + (long) (seconds * 1e9);
            for (long begin = System.nanoTime(); begin - end < 0 && count < late.length; begin = System.nanoTime()) {
                long due = begin + TIMER_NANOS;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    select(selector, lock, (left + TIMER_NANOS - 1) / TIMER_NANOS);
                }
                select(selector, lock, 0);
                late[count++] = System.nanoTime() - due;
                lock.checkpoint().poll();
            }
        } finally {
            lock.release();
        }
        values.addMillis(name, late, count);
    }

    private static void select(Selector selector, RunLock lock, long millis) throws IOException {
        lock.release();
        try {
            if (millis > 0) {
                selector.select(millis);
            } else {
                selector.selectNow();
            }
        } finally {
            lock.acquire();
        }
    }
}
