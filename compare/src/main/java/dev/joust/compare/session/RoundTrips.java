package dev.joust.compare.session;

import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The round trips to the service just before a trial and just after it. */
public record RoundTrips(ServiceRoundTrip before, ServiceRoundTrip after) {
    /**
     * How much longer a call may take on idle machines than on busy ones: what sleeping cores and bundled interrupts of
     * a network card add.
     */
    private static final long IDLE_NANOS = 500_000;

    private static final long MAX_NANOS = 3_600_000_000_000L;

    /** The two medians. */
    public LongStream medians() {
        return LongStream.of(before.medianNanos(), after.medianNanos());
    }

    /**
     * What a request of the trial takes at least outside the service. The machines were idle when the round trips were
     * measured and busy during the trial, so of short ones nothing is concluded.
     */
    public long leastNanos() {
        return Math.min(least(before), least(after));
    }

    private static long least(ServiceRoundTrip one) {
        return Math.max(0, one.fastestNanos() - one.serviceNanos().orElse(0L) - IDLE_NANOS);
    }

    /** @throws IllegalArgumentException when a time of a session's file cannot be one */
    void check() {
        Stream.of(before, after).forEach(one -> {
            check("fastestNanos", one.fastestNanos());
            check("medianNanos", one.medianNanos());
            check("p99Nanos", one.p99Nanos());
            check("serviceNanos", one.serviceNanos().orElse(0L));
        });
    }

    private static void check(String key, long nanos) {
        if (nanos < 0 || nanos > MAX_NANOS) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "'%s' must be 0 to %d, found %d", key, MAX_NANOS, nanos));
        }
    }
}
