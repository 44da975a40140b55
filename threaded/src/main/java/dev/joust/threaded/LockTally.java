package dev.joust.threaded;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What an {@link InterpreterLock} counts. Guarded by its mutex, so plain fields do. */
final class LockTally {
    private static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);

    private final ThreadLocal<Boolean> known = new ThreadLocal<>();
    private final Histogram waits = new Histogram(LONGEST_NANOS, 3);
    private final Histogram holds = new Histogram(LONGEST_NANOS, 3);
    private long acquisitions;
    private long contended;
    private long switches;
    private long requests;
    private long polled;
    private long threads;
    private long firstArrival;
    private long arrivals; // the sum of them; may overflow, as only its difference to another sum counts
    private long heldNanos;
    private long waitedNanos;

    /** Whether the calling thread has not been here before. */
    boolean isNew() {
        return known.get() == null;
    }

    void arrived(long now) {
        known.set(true);
        if (threads == 0) {
            firstArrival = now;
        }
        threads++;
        arrivals += now;
    }

    void foundHeld() {
        contended++;
    }

    void requested() {
        requests++;
    }

    void waited(long nanos) {
        waitedNanos += nanos;
        waits.recordValue(Math.min(nanos, LONGEST_NANOS));
    }

    void taken() {
        acquisitions++;
    }

    void switched() {
        switches++;
    }

    void held(long nanos, boolean endedByPoll) {
        heldNanos += nanos;
        holds.recordValue(Math.min(nanos, LONGEST_NANOS));
        if (endedByPoll) {
            polled++;
        }
    }

    long switches() {
        return switches;
    }

    /** All of it; the forced switches are counted under another mutex. */
    LockStatistics statistics(long forced, long now) {
        long life = threads == 0 ? 0 : now - firstArrival;
        return new LockStatistics(
                new LockStatistics.Turns(acquisitions, contended, switches),
                new LockStatistics.Drops(requests, polled, forced),
                new LockStatistics.Times(life, heldNanos, threads * now - arrivals, waitedNanos),
                waits.copy(),
                holds.copy());
    }
}
