package dev.joust.scenario;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the instants are drawn at which the units of an open load arrive. */
public sealed interface Arrivals {

    /** Independently of each other, as the requests of many users do. */
    record Poisson() implements Arrivals {}

    /** At even distances. */
    record Uniform() implements Arrivals {}

    /**
     * As {@link Poisson} during {@code on}, and not at all during {@code off}, in turn. The rate of the load is the
     * mean over both.
     */
    record Bursty(Duration on, Duration off) implements Arrivals {}

    /**
     * At recorded instants.
     *
     * @param nanos by class of work, from the start of the window in nanoseconds, in ascending order
     */
    record Recorded(Map<String, List<Long>> nanos) implements Arrivals {
        public Recorded {
            Map<String, List<Long>> copy = new LinkedHashMap<>();
            nanos.forEach((name, instants) -> copy.put(name, List.copyOf(instants)));
            nanos = Collections.unmodifiableMap(copy);
        }
    }
}
