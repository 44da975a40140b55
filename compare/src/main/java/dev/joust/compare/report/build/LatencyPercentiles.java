package dev.joust.compare.report.build;

import dev.joust.compare.report.LatencyReport;
import dev.joust.compare.report.LatencyReport.Spot;
import dev.joust.compare.report.LatencyReport.Times;
import dev.joust.compare.verdict.MetricReader;
import dev.joust.trial.Histograms;
import dev.joust.trial.Measurement.ClassResult;
import dev.joust.trial.Measurement.Latencies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/** Reads percentiles off histograms, which are merged first: an average of percentiles is a percentile of nothing. */
final class LatencyPercentiles {
    /** A curve of a few units is a staircase. */
    private static final long LEAST_FOR_CURVE = 1_000;

    private static final long LEAST_FOR_P999 = 100_000;

    /** As many units must lie beyond the last spot as {@link MetricReader#LEAST_FOR_P99} leaves beyond the 99th percentile. */
    private static final double BEYOND = 100;

    private static final int SPOTS_PER_DECADE = 12;

    private LatencyPercentiles() {}

    static LatencyReport latency(String workClass, List<ClassResult> trials) {
        var response = merged(trials, Latencies::response);
        var service = merged(trials, Latencies::service);
        return new LatencyReport(workClass, response.getTotalCount(), times(response), times(service));
    }

    private static Histogram merged(List<ClassResult> trials, Function<Latencies, String> encoded) {
        var merged = Histograms.empty();
        trials.forEach(trial -> merged.add(Histograms.decoded(encoded.apply(trial.latencies()))));
        return merged;
    }

    private static Times times(Histogram merged) {
        return new Times(
                percentile(merged, 50, 1),
                percentile(merged, 90, 1),
                percentile(merged, 99, MetricReader.LEAST_FOR_P99),
                percentile(merged, 99.9, LEAST_FOR_P999),
                curve(merged));
    }

    private static Optional<Double> percentile(Histogram merged, double percentile, long least) {
        return merged.getTotalCount() < least ? Optional.empty() : Optional.of(millis(merged, percentile));
    }

    /** Evenly spaced in 1/(1 - p), as latency spectra are drawn. */
    private static List<Spot> curve(Histogram merged) {
        List<Spot> spots = new ArrayList<>();
        if (merged.getTotalCount() >= LEAST_FOR_CURVE) {
            double last = Math.log10(merged.getTotalCount() / BEYOND);
            for (int i = 0; i <= SPOTS_PER_DECADE * last; i++) {
                double percentile = 100 * (1 - Math.pow(10, -(double) i / SPOTS_PER_DECADE));
                spots.add(new Spot(percentile, millis(merged, percentile)));
            }
        }
        return spots;
    }

    private static double millis(Histogram merged, double percentile) {
        return merged.getValueAtPercentile(percentile) / 1e6;
    }
}
