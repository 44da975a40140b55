package dev.joust.compare.verdict;

import dev.joust.compare.session.Result;
import dev.joust.scenario.Metric;
import dev.joust.trial.Histograms;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.ClassResult;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** Reads a metric of a valid trial. A value that does not exist is empty, never zero. */
public final class MetricReader {
    /** The units that a 99th percentile needs: with fewer it is one of a few extreme values. */
    public static final long MIN_UNITS_FOR_P99 = Metric.Quantity.RESPONSE_P99.minUnits();

    private MetricReader() {}

    public static OptionalDouble of(Metric metric, Result result) {
        var measurement = result.measurement().orElseThrow();
        var classes = classes(metric, measurement);
        double seconds = measurement.window().nanos() / 1e9;
        long done = classes.stream().mapToLong(c -> c.counts().done()).sum();
        return switch (metric.quantity()) {
            case MAKESPAN -> OptionalDouble.of(seconds);
            case THROUGHPUT -> positive(done / seconds);
            case RESPONSE_P50 -> percentile(classes, 50, 1);
            case RESPONSE_P99 -> percentile(classes, 99, MIN_UNITS_FOR_P99);
            case CPU_PER_UNIT ->
                result.outside()
                        .resourceUsage()
                        .map(resourceUsage -> positive(1e3 * resourceUsage.cpu().total() / done))
                        .orElse(OptionalDouble.empty());
        };
    }

    /** The units that one trial needs for this metric. */
    public static long minUnits(Metric metric) {
        return metric.quantity() == Metric.Quantity.RESPONSE_P99 ? MIN_UNITS_FOR_P99 : 1;
    }

    private static Collection<ClassResult> classes(Metric metric, Measurement measurement) {
        return metric.of()
                .<Collection<ClassResult>>map(
                        name -> List.of(measurement.classes().get(name)))
                .orElse(measurement.classes().values());
    }

    private static OptionalDouble percentile(Collection<ClassResult> classes, double percentile, long least) {
        var merged = Histograms.empty();
        classes.forEach(c -> merged.add(Histograms.decoded(c.latencies().response())));
        return merged.getTotalCount() < least
                ? OptionalDouble.empty()
                : positive(merged.getValueAtPercentile(percentile) / 1e6);
    }

    private static OptionalDouble positive(double value) {
        return value > 0 && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
