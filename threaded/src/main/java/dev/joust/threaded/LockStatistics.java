package dev.joust.threaded;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What an {@link InterpreterLock} has seen since it was made. A copy: it does not change, and its histograms are the reader's own.
 *
 * @param turns who had the lock
 * @param drops how it was asked for and given up
 * @param times where the time went
 * @param waits how long each wait for a lock that was held took, in nanoseconds; finding it free is no wait. Three digits, up to an hour
 * @param holds how long the lock was held each time, in nanoseconds, the same way
 */
public record LockStatistics(Turns turns, Drops drops, Times times, Histogram waits, Histogram holds) {

    /**
     * Who had the lock.
     *
     * @param acquisitions how often it was taken
     * @param contended how often it was found held
     * @param switches how often it was taken by another thread than the time before; the first time counts
     */
    public record Turns(long acquisitions, long contended, long switches) {}

    /**
     * How the lock was asked for and given up.
     *
     * @param requests intervals after which a waiter asked for the lock
     * @param polled polls that found a request, and dropped the lock. Polls that find none are not counted: they cost a load and nothing else
     * @param forced drops that waited until another thread had taken it
     */
    public record Drops(long requests, long polled, long forced) {}

    /**
     * Where the time went. What has not ended yet, a hold or a wait, is not in it.
     *
     * @param lifeNanos since a thread first came for the lock
     * @param heldNanos while the lock was held
     * @param threadNanos since they first came, all threads together, also those that have ended
     * @param waitedNanos while threads waited for the lock, all together
     */
    public record Times(long lifeNanos, long heldNanos, long threadNanos, long waitedNanos) {
        /** The share of its life for which the lock was held, from 0 to 1; 0 when it has not lived. */
        public double heldShare() {
            return lifeNanos == 0 ? 0 : (double) heldNanos / lifeNanos;
        }

        /** So many in its life, as a rate; 0 when it has not lived. */
        public double perSecond(long times) {
            return lifeNanos == 0 ? 0 : times * 1e9 / lifeNanos;
        }

        /** The share of their time for which threads waited for the lock, their mean, from 0 to 1; 0 when there was none. */
        public double waitShare() {
            return threadNanos == 0 ? 0 : (double) waitedNanos / threadNanos;
        }
    }

    /**
     * The same by name, with what the report of a model says besides.
     *
     * @param units how many the model was given
     */
    public Map<String, Double> counters(HandoverPolicy handOff, long units) {
        var counters = counters();
        if (handOff instanceof HandoverPolicy.Glibc(Duration window)) {
            counters.put("window-micros", window.toNanos() / 1e3);
        }
        if (units > 0) {
            counters.put("wait-micros-per-unit", times.waitedNanos() / 1e3 / units);
        }
        return counters;
    }

    /** The same by name, for the report: counts, shares from 0 to 1, and percentiles in microseconds (0 when there was nothing). */
    public Map<String, Double> counters() {
        var counters = new TreeMap<String, Double>();
        counters.put("acquisitions", (double) turns.acquisitions);
        counters.put("contended", (double) turns.contended);
        counters.put("switches", (double) turns.switches);
        counters.put("switches-per-second", times.perSecond(turns.switches));
        counters.put("drop-requests", (double) drops.requests);
        counters.put("polled-drops", (double) drops.polled);
        counters.put("forced-switches", (double) drops.forced);
        counters.put("held-share", times.heldShare());
        counters.put("wait-share", times.waitShare());
        counters.put("wait-p50-micros", waits.getValueAtPercentile(50) / 1e3);
        counters.put("wait-p99-micros", waits.getValueAtPercentile(99) / 1e3);
        counters.put("hold-p50-micros", holds.getValueAtPercentile(50) / 1e3);
        counters.put("hold-p99-micros", holds.getValueAtPercentile(99) / 1e3);
        return counters;
    }
}
