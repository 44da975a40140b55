package dev.joust.threaded;

import java.util.Map;
import java.util.TreeMap;

/** The counters of a model behind an {@link InterpreterLock}. */
public final class LockCounters {
    private LockCounters() {}

    /**
     * Those of {@link LockStatistics#counters}, and the interval.
     *
     * @param units how many units the model was given
     */
    public static Map<String, Double> of(InterpreterLock lock, HandoverPolicy handover, long units) {
        var counters = new TreeMap<>(lock.statistics().counters(handover, units));
        counters.put("lock-interval-micros", lock.interval().toNanos() / 1e3);
        return counters;
    }
}
