package dev.joust.fidelity;

import dev.joust.blocking.RunLock;
import java.io.IOException;
import java.nio.channels.Selector;

/**
 * A timer of 1 ms on an event loop whose callbacks run under the lock. {@code idle}: how late it fires, in ms, when nobody else runs;
 * {@code beside}: when n threads compute under the same lock.
 *
 * <p>The loop is made as asyncio's: it lets go of the lock while it selects, rounds the time that is left up to a millisecond, and runs
 * what a timer has completed in its next turn, after it has selected once more without waiting.
 */
final class LoopLag implements Probe {
    private static final long TIMER_NANOS = 1_000_000;
    private static final double WARM_UP_SECONDS = 0.5;
    private static final int MOST_PER_SECOND = 1000;

    @Override
    public Values measure(ProbeOrder order) throws IOException, InterruptedException {
        var gate = TestedLock.of(order.lock()).gate();
        var values = new Values();
        try (var selector = Selector.open()) {
            timers(selector, gate, WARM_UP_SECONDS, "warm-up", new Values());
            timers(selector, gate, order.seconds(), "idle", values);
            try (var _ = Spinners.start(gate, order.threads())) {
                timers(selector, gate, WARM_UP_SECONDS, "warm-up", new Values());
                timers(selector, gate, order.seconds(), "beside", values);
            }
        }
        return values;
    }

    private static void timers(Selector selector, RunLock gate, double seconds, String name, Values values)
            throws IOException {
        long[] late = new long[(int) (seconds * MOST_PER_SECOND) + 1];
        int count = 0;
        gate.acquire();
        try {
            long end = System.nanoTime() + (long) (seconds * 1e9);
            for (long begin = System.nanoTime(); begin - end < 0 && count < late.length; begin = System.nanoTime()) {
                long due = begin + TIMER_NANOS;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    select(selector, gate, (left + TIMER_NANOS - 1) / TIMER_NANOS);
                }
                select(selector, gate, 0);
                late[count++] = System.nanoTime() - due;
                gate.checkpoint().poll();
            }
        } finally {
            gate.release();
        }
        values.millis(name, late, count);
    }

    private static void select(Selector selector, RunLock gate, long millis) throws IOException {
        gate.release();
        try {
            if (millis > 0) {
                selector.select(millis);
            } else {
                selector.selectNow();
            }
        } finally {
            gate.acquire();
        }
    }
}
