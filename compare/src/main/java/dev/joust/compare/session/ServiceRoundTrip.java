package dev.joust.compare.session;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far away the service is: the times of calls with no delay, one after the other on one connection, from the host
 * that runs the trials. Percentiles are values that were measured.
 *
 * @param fastestNanos the shortest
 * @param medianNanos the median
 * @param p99Nanos the 99th percentile; of fewer than a hundred calls the longest
 * @param calls how many were timed
 * @param serviceNanos the mean time of one such call at the service, which the times contain; an older service does
 *     not tell it
 */
public record ServiceRoundTrip(
        long fastestNanos, long medianNanos, long p99Nanos, int calls, Optional<Long> serviceNanos) {

    /** The round trip of calls that took so long. */
    public static ServiceRoundTrip of(long... nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        int number = sorted.length;
        return new ServiceRoundTrip(
                sorted[0],
                sorted[(number - 1) / 2],
                sorted[(int) Math.ceil(number * 0.99) - 1],
                number,
                Optional.empty());
    }

    /** The same, of calls that took this mean time at the service. */
    public ServiceRoundTrip atService(long meanNanos) {
        return new ServiceRoundTrip(fastestNanos, medianNanos, p99Nanos, calls, Optional.of(meanNanos));
    }
}
