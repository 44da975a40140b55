package dev.joust.compare.report.build;

import dev.joust.compare.report.LatencyReport;
import dev.joust.compare.report.LatencyReport.LatencyTimes;
import dev.joust.compare.report.LatencyReport.PercentileReport;
import dev.joust.compare.report.LatencyReport.SpectrumPoint;
import dev.joust.compare.verdict.MetricReader;
import dev.joust.trial.Histograms;
import dev.joust.trial.Measurement.ClassResult;
import dev.joust.trial.Measurement.Latencies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/** Reads percentiles from merged histograms: an average of percentiles is not a percentile. */
final class LatencyPercentiles {
    /** The curve of fewer units is a staircase. */
    private static final long MIN_UNITS_FOR_CURVE = 1_000;

    private static final long MIN_UNITS_FOR_P999 = 100_000;

    /**
     * The units beyond the last point of the curve: as many as {@link MetricReader#MIN_UNITS_FOR_P99} has beyond its
     * p99.
     */
    private static final double UNITS_BEYOND_CURVE = 100;

    private static final int POINTS_PER_DECADE = 12;

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

    private static LatencyTimes times(Histogram merged) {
        return new LatencyTimes(
                percentile(merged, 50, 1),
                percentile(merged, 90, 1),
                percentile(merged, 99, MetricReader.MIN_UNITS_FOR_P99),
                percentile(merged, 99.9, MIN_UNITS_FOR_P999),
                curve(merged));
    }

    private static PercentileReport percentile(Histogram merged, double percentile, long minUnits) {
        Optional<Double> millis =
                merged.getTotalCount() < minUnits ? Optional.empty() : Optional.of(millis(merged, percentile));
        return new PercentileReport(millis, minUnits);
    }

    /** Points evenly spaced in log 1/(1 - p), as the chart draws them. */
    private static List<SpectrumPoint> curve(Histogram merged) {
        List<SpectrumPoint> points = new ArrayList<>();
        if (merged.getTotalCount() >= MIN_UNITS_FOR_CURVE) {
            double last = Math.log10(merged.getTotalCount() / UNITS_BEYOND_CURVE);
            for (int i = 0; i <= POINTS_PER_DECADE * last; i++) {
                double percentile = 100 * (1 - Math.pow(10, -(double) i / POINTS_PER_DECADE));
                points.add(new SpectrumPoint(percentile, millis(merged, percentile)));
            }
        }
        return points;
    }

    private static double millis(Histogram merged, double percentile) {
        return merged.getValueAtPercentile(percentile) / 1e6;
    }
}
