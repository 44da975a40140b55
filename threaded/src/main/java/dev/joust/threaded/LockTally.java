package dev.joust.threaded;

import dev.joust.trial.Activity;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What an {@link InterpreterLock} counts and times. Guarded by the lock's first mutex, so its fields are plain. */
final class LockTally {
    private static final long MAX_RECORDED_NANOS = TimeUnit.HOURS.toNanos(1);

    private final ThreadLocal<Boolean> known = new ThreadLocal<>();
    private final Histogram waits = new Histogram(MAX_RECORDED_NANOS, 3);
    private final Histogram holds = new Histogram(MAX_RECORDED_NANOS, 3);
    private long acquisitions;
    private long contended;
    private long switches;
    private long requests;
    private long polled;
    private long threads;
    private long firstArrival;
    private long arrivals; // the sum of all arrival times; may overflow, only differences count
    private long heldNanos;
    private long waitedNanos;
    private long waiting;
    private long waitsBegan; // the sum of the times when the present waits began; only differences count

    /** Whether the calling thread has not arrived before. */
    boolean isNew() {
        return known.get() == null;
    }

    void recordArrival(long now) {
        known.set(true);
        if (threads == 0) {
            firstArrival = now;
        }
        threads++;
        arrivals += now;
    }

    void beginWait(long now) {
        contended++;
        waiting++;
        waitsBegan += now;
    }

    /** Ends a wait, also one without the lock. */
    void endWait(long began) {
        waiting--;
        waitsBegan -= began;
    }

    void recordRequest() {
        requests++;
    }

    void recordWait(long nanos) {
        waitedNanos += nanos;
        waits.recordValue(Math.min(nanos, MAX_RECORDED_NANOS));
    }

    void recordAcquisition() {
        acquisitions++;
    }

    void recordSwitch() {
        switches++;
    }

    void recordHold(long nanos, boolean endedByPoll) {
        heldNanos += nanos;
        holds.recordValue(Math.min(nanos, MAX_RECORDED_NANOS));
        if (endedByPoll) {
            polled++;
        }
    }

    long switches() {
        return switches;
    }

    /** The activity so far. The present hold, so many nanoseconds, and the present waits count. */
    Activity activity(long presentHold, long now) {
        return new Activity(
                Map.of(Activity.LOCK_HELD, (double) heldNanos + presentHold, Activity.LOCK_WAITING, (double)
                        waitedNanos(now)),
                Map.of());
    }

    /** The time for which threads waited for the lock, summed over them, with the present waits. */
    long waitedNanos(long now) {
        return waitedNanos + waiting * now - waitsBegan;
    }

    /** A copy of all of it, with the forced switches, which are counted under the other mutex. */
    LockStatistics statistics(long forced, long now) {
        long life = threads == 0 ? 0 : now - firstArrival;
        return new LockStatistics(
                new LockStatistics.LockAcquisitions(acquisitions, contended, switches),
                new LockStatistics.LockDrops(requests, polled, forced),
                new LockStatistics.LockTimes(life, heldNanos, threads * now - arrivals, waitedNanos),
                waits.copy(),
                holds.copy());
    }
}
