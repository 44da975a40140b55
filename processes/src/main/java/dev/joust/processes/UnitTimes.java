package dev.joust.processes;

import java.util.HashMap;
import java.util.Map;

/**
 * How long the units of each class of work take: an exponential moving average of what workers report. For one thread
 * at a time.
 */
final class UnitTimes {
    private static final double WEIGHT_OF_NEWEST = 0.125;

    private final Map<Integer, Double> nanos = new HashMap<>();

    void add(int workClass, long took) {
        nanos.merge(workClass, (double) took, (mean, newest) -> mean + WEIGHT_OF_NEWEST * (newest - mean));
    }

    /** Nanoseconds; without a measurement the largest number there is. */
    double expected(int workClass) {
        return nanos.getOrDefault(workClass, Double.MAX_VALUE);
    }
}
