package dev.joust.compare.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The latencies of one class of work, from the merged histograms of all valid trials.
 *
 * @param response done - intended; unfinished units are in it
 * @param service done - sent, of finished units
 */
public record LatencyReport(String workClass, LatencyTimes response, LatencyTimes service) {

    /**
     * Percentiles, and the whole curve.
     *
     * @param spectrum as far as there are enough units
     */
    public record LatencyTimes(long units, MainPercentiles percentiles, List<SpectrumPoint> spectrum) {}

    /** The percentiles of the table. */
    public record MainPercentiles(
            PercentileReport p50, PercentileReport p90, PercentileReport p99, PercentileReport p999) {}

    /**
     * One percentile.
     *
     * @param millis empty where there are too few units
     * @param atLeast whether that is a lower bound, because units were unfinished
     * @param minUnits how many units it needs
     */
    public record PercentileReport(Optional<Double> millis, boolean atLeast, long minUnits) {}

    /**
     * One point of the curve.
     *
     * @param percentile below 100
     * @param atLeast whether the time is a lower bound
     */
    public record SpectrumPoint(double percentile, double millis, boolean atLeast) {}

    /** The percentile, or how many units it lacks. */
    static String text(PercentileReport percentile, long units) {
        return percentile
                .millis()
                .map(millis -> percentile.atLeast() ? Numbers.atLeast(millis) : Numbers.figure(millis))
                .orElse(
                        units > 0
                                ? String.format(
                                        Locale.ROOT,
                                        "needs %s units, has %s",
                                        Numbers.count(percentile.minUnits()),
                                        Numbers.count(units))
                                : Numbers.ABSENT);
    }
}
