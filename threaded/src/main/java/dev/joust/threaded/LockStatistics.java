package dev.joust.threaded;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What an {@link InterpreterLock} has counted and timed since it was made. It is a copy: it does not change, and its
 * histograms belong to the reader.
 *
 * @param acquisitions how threads took the lock
 * @param drops how threads requested the lock and gave it up
 * @param times how long the lock was held and waited for
 * @param waits each wait for a held lock, in nanoseconds, with three digits, up to an hour; finding the lock free is no
 *     wait
 * @param holds each hold, in nanoseconds, with three digits, up to an hour
 */
public record LockStatistics(
        LockAcquisitions acquisitions, LockDrops drops, LockTimes times, Histogram waits, Histogram holds) {

    /**
     * How threads took the lock.
     *
     * @param total how often a thread took it
     * @param contended how often a thread found it held
     * @param switches how often a thread took it that did not hold it last; the first acquisition counts
     */
    public record LockAcquisitions(long total, long contended, long switches) {}

    /**
     * How threads requested the lock and gave it up.
     *
     * @param requests intervals after which a waiter requested the lock
     * @param polled polls that found a request and dropped the lock; polls that found none are not counted
     * @param forced drops that waited until another thread had taken the lock
     */
    public record LockDrops(long requests, long polled, long forced) {}

    /**
     * How long the lock was held and waited for. A hold or a wait counts when it has ended.
     *
     * @param lifeNanos since the first thread arrived at the lock
     * @param heldNanos while the lock was held
     * @param threadNanos since each thread arrived, summed over all threads, also those that have ended
     * @param waitedNanos while threads waited for the lock, summed over all threads
     */
    public record LockTimes(long lifeNanos, long heldNanos, long threadNanos, long waitedNanos) {
        /** The share of the lock's life in which it was held, from 0 to 1; 0 before the first thread arrives. */
        public double heldShare() {
            return lifeNanos == 0 ? 0 : (double) heldNanos / lifeNanos;
        }

        /** This count as a rate over the lock's life; 0 before the first thread arrives. */
        public double perSecond(long count) {
            return lifeNanos == 0 ? 0 : count * 1e9 / lifeNanos;
        }

        /**
         * The share of all threads' time that they waited for the lock, from 0 to 1; 0 before the first thread arrives.
         */
        public double waitShare() {
            return threadNanos == 0 ? 0 : (double) waitedNanos / threadNanos;
        }
    }

    /**
     * All of it by name, for a report: counts, shares from 0 to 1, and percentiles in microseconds. A percentile of
     * nothing is 0. The mean wait per unit is left out before the first unit.
     *
     * @param handover of the lock; a window is reported where the policy has one
     * @param units how many units the model was given
     */
    public Map<String, Double> counters(HandoverPolicy handover, long units) {
        var counters = new TreeMap<String, Double>();
        counters.put("lock-acquisitions", (double) acquisitions.total);
        counters.put("lock-contended-acquisitions", (double) acquisitions.contended);
        counters.put("lock-switches", (double) acquisitions.switches);
        counters.put("lock-switches-per-second", times.perSecond(acquisitions.switches));
        counters.put("lock-drop-requests", (double) drops.requests);
        counters.put("lock-polled-drops", (double) drops.polled);
        counters.put("lock-forced-switches", (double) drops.forced);
        counters.put("lock-held-share", times.heldShare());
        counters.put("lock-wait-share", times.waitShare());
        counters.put("lock-wait-p50-micros", waits.getValueAtPercentile(50) / 1e3);
        counters.put("lock-wait-p99-micros", waits.getValueAtPercentile(99) / 1e3);
        counters.put("lock-hold-p50-micros", holds.getValueAtPercentile(50) / 1e3);
        counters.put("lock-hold-p99-micros", holds.getValueAtPercentile(99) / 1e3);
        if (handover instanceof HandoverPolicy.Glibc(Duration window)) {
            counters.put("lock-handover-window-micros", window.toNanos() / 1e3);
        }
        if (units > 0) {
            counters.put("lock-wait-micros-per-unit", times.waitedNanos() / 1e3 / units);
        }
        return counters;
    }
}
