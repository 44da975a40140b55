package dev.joust.compare.report;

import java.util.List;
import java.util.Optional;

/**
 * The latencies of one class of work, from the merged histograms of all valid trials.
 *
 * @param units how many units the histograms hold
 * @param response done - intended
 * @param service done - sent
 */
public record LatencyReport(String workClass, long units, LatencyTimes response, LatencyTimes service) {

    /**
     * Percentiles, and the whole curve.
     *
     * @param spectrum as far as there are enough units
     */
    public record LatencyTimes(
            PercentileReport p50,
            PercentileReport p90,
            PercentileReport p99,
            PercentileReport p999,
            List<SpectrumPoint> spectrum) {}

    /**
     * One percentile.
     *
     * @param millis empty where there are too few units
     * @param minUnits how many units it needs
     */
    public record PercentileReport(Optional<Double> millis, long minUnits) {}

    /**
     * One point of the curve.
     *
     * @param percentile below 100
     */
    public record SpectrumPoint(double percentile, double millis) {}

    /** The percentile, or how many units it lacks. */
    String text(PercentileReport percentile) {
        return percentile
                .millis()
                .map(Numbers::figure)
                .orElse(
                        units > 0
                                ? "needs %s units, has %s"
                                        .formatted(Numbers.count(percentile.minUnits()), Numbers.count(units))
                                : Numbers.ABSENT);
    }
}
