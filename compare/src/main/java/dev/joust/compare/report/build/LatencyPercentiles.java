package dev.joust.compare.report.build;

import dev.joust.compare.report.LatencyReport;
import dev.joust.compare.report.LatencyReport.LatencyTimes;
import dev.joust.compare.report.LatencyReport.MainPercentiles;
import dev.joust.compare.report.LatencyReport.PercentileReport;
import dev.joust.compare.report.LatencyReport.SpectrumPoint;
import dev.joust.compare.verdict.MetricReader;
import dev.joust.compare.verdict.ResponseTimes;
import dev.joust.trial.Histograms;
import dev.joust.trial.Measurement.ClassResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        var response = ResponseTimes.of(trials);
        return new LatencyReport(workClass, times(response), times(serviceTimes(trials)));
    }

    /** Of finished units: an unfinished one has no service time. */
    private static ResponseTimes serviceTimes(List<ClassResult> trials) {
        var merged = Histograms.empty();
        trials.forEach(trial -> merged.add(Histograms.decoded(trial.latencies().service())));
        return new ResponseTimes(merged, Long.MAX_VALUE);
    }

    private static LatencyTimes times(ResponseTimes times) {
        return new LatencyTimes(
                times.units(),
                new MainPercentiles(
                        percentile(times, 50, 1),
                        percentile(times, 90, 1),
                        percentile(times, 99, MetricReader.MIN_UNITS_FOR_P99),
                        percentile(times, 99.9, MIN_UNITS_FOR_P999)),
                curve(times));
    }

    private static PercentileReport percentile(ResponseTimes times, double percentile, long minUnits) {
        if (times.units() < minUnits) {
            return new PercentileReport(Optional.empty(), false, minUnits);
        }
        var time = times.at(percentile);
        return new PercentileReport(Optional.of(time.millis()), time.atLeast(), minUnits);
    }

    /** Points evenly spaced in log 1/(1 - p), as the chart draws them. */
    private static List<SpectrumPoint> curve(ResponseTimes times) {
        List<SpectrumPoint> points = new ArrayList<>();
        if (times.units() >= MIN_UNITS_FOR_CURVE) {
            double last = Math.log10(times.units() / UNITS_BEYOND_CURVE);
            for (int i = 0; i <= POINTS_PER_DECADE * last; i++) {
                double percentile = 100 * (1 - Math.pow(10, -(double) i / POINTS_PER_DECADE));
                var time = times.at(percentile);
                points.add(new SpectrumPoint(percentile, time.millis(), time.atLeast()));
            }
        }
        return points;
    }
}
