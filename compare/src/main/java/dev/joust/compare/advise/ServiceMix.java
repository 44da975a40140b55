package dev.joust.compare.advise;

import java.util.List;

/**
 * The times for which units hold a server: a mixture over the classes of traffic.
 *
 * @param rate how often a server is asked for, per second
 * @param mean of the times, in seconds
 * @param secondMoment the mean of their squares
 */
record ServiceMix(double rate, double mean, double secondMoment) {

    /** A server is held for this time, so many times per second. */
    record Holding(double rate, double seconds) {}

    /** The mixture of these; without any, no server is asked for. */
    static ServiceMix of(List<Holding> jobs) {
        double rate = jobs.stream().mapToDouble(Holding::rate).sum();
        if (rate == 0) {
            return new ServiceMix(0, 0, 0);
        }
        return new ServiceMix(
                rate,
                jobs.stream().mapToDouble(job -> job.rate() * job.seconds()).sum() / rate,
                jobs.stream()
                                .mapToDouble(job -> job.rate() * job.seconds() * job.seconds())
                                .sum()
                        / rate);
    }

    /** How many servers it keeps busy. */
    double busy() {
        return rate * mean;
    }
}
