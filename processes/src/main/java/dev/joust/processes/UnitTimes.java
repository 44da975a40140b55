package dev.joust.processes;

import java.util.HashMap;
import java.util.Map;

/** How long the units of each class take, as workers say: a mean in which the newest counts for an eighth. For one thread at a time. */
final class UnitTimes {
    private static final double SHARE_OF_NEWEST = 0.125;

    private final Map<Integer, Double> nanos = new HashMap<>();

    void add(int id, long took) {
        nanos.merge(id, (double) took, (mean, newest) -> mean + SHARE_OF_NEWEST * (newest - mean));
    }

    /** Nanoseconds; for a class of which nothing is known, for ever. */
    double expected(int id) {
        return nanos.getOrDefault(id, Double.MAX_VALUE);
    }
}
