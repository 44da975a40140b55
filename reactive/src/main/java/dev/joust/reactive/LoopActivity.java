package dev.joust.reactive;

import dev.joust.trial.Activity;
import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How busy a loop is: the CPU time of its thread, its time without a core, and the longest turn, that is the time for
 * which one unit kept it from its I/O. Only turns that compute read the clock, twice each. On the loop's thread, except
 * for {@link #read} and {@link #close}.
 */
final class LoopActivity implements AutoCloseable {
    private static final long NO_TURN = Long.MIN_VALUE;

    private final LongSupplier clock;
    private final AtomicLong longest = new AtomicLong();
    private volatile ThreadTimes times = ThreadTimes.UNKNOWN;
    private volatile boolean closed;
    private long turnBegan = NO_TURN;

    LoopActivity(LongSupplier clock) {
        this.clock = clock;
    }

    /** That of a loop. Its thread begins, unless it has. */
    static LoopActivity of(EventLoop loop) {
        var activity = new LoopActivity(System::nanoTime);
        try {
            loop.execute(activity::open);
        } catch (RejectedExecutionException e) {
            return activity; // a closed loop: its times stay unknown
        }
        return activity;
    }

    private void open() {
        times = ThreadTimes.ofThisThread();
        if (closed) { // read after the times were set: either this sees the close, or the close sees the times
            times.close();
        }
    }

    /** A unit is about to be taken on. */
    void beginUnit() {
        turnBegan = NO_TURN;
    }

    /** A step is about to be executed on the loop. */
    void beginStep() {
        if (turnBegan == NO_TURN) {
            turnBegan = clock.getAsLong();
        }
    }

    /** The unit waits, or has ended. */
    void endUnit() {
        if (turnBegan != NO_TURN) {
            long took = clock.getAsLong() - turnBegan;
            if (took > longest.getPlain()) {
                longest.set(took);
            }
        }
    }

    /** The activity so far; the longest turn since the last reading. For any thread. */
    Activity read() {
        var integrals = times.read()
                .map(read -> Map.of(
                        Activity.LOOP_BUSY, (double) read.cpuNanos(),
                        Activity.LOOP_WITHOUT_CORE, (double) read.queuedNanos()))
                .orElse(Map.of());
        return new Activity(integrals, Map.of(Activity.LOOP_TURN, (double) longest.getAndSet(0)));
    }

    @Override
    public void close() {
        closed = true;
        times.close();
    }
}
