package dev.joust.compare.report;

import java.util.List;
import java.util.Optional;

/**
 * The times of one class of work, from the merged histograms of all valid trials.
 *
 * @param units how many units there are in them
 * @param response done - intended
 * @param service done - sent
 */
public record LatencyReport(String workClass, long units, Times response, Times service) {
    /** Said of a percentile that is an extreme of a few. */
    public static final String TOO_FEW = "too few units";

    /**
     * Percentiles in milliseconds; empty where there are too few units for one.
     *
     * @param spectrum the whole curve, as far as there are units enough
     */
    public record Times(
            Optional<Double> p50,
            Optional<Double> p90,
            Optional<Double> p99,
            Optional<Double> p999,
            List<Spot> spectrum) {}

    /**
     * A spot of the curve.
     *
     * @param percentile below 100
     */
    public record Spot(double percentile, double millis) {}

    /** A percentile in words. */
    String text(Optional<Double> percentile) {
        return percentile.map(Numbers::figure).orElse(units > 0 ? TOO_FEW : Numbers.ABSENT);
    }
}
