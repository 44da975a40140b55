package dev.joust.compare.verdict;

import dev.joust.compare.session.Result;
import dev.joust.compare.verdict.ResponseTimes.BoundedTime;
import dev.joust.scenario.Metric;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.ClassResult;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads a metric of a valid trial. A value that does not exist is empty, never zero. A lower bound is no value. */
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
            case RESPONSE_P50, RESPONSE_P99 ->
                percentile(metric, classes)
                        .filter(time -> !time.atLeast())
                        .map(time -> positive(time.millis()))
                        .orElse(OptionalDouble.empty());
            case CPU_PER_UNIT ->
                result.outside()
                        .resourceUsage()
                        .filter(_ ->
                                metric.of().isPresent() || measurement.classes().size() == 1)
                        .map(resourceUsage -> positive(1e3 * resourceUsage.cpu().total() / done))
                        .orElse(OptionalDouble.empty());
            default -> OptionalDouble.empty();
        };
    }

    /** What the metric is at least, where only that is known because units were unfinished. */
    public static OptionalDouble lowerBound(Metric metric, Result result) {
        var classes = classes(metric, result.measurement().orElseThrow());
        return percentile(metric, classes)
                .filter(BoundedTime::atLeast)
                .map(time -> OptionalDouble.of(time.millis()))
                .orElse(OptionalDouble.empty());
    }

    /** Why a trial has no value, after the metric's name. */
    public static String absence(Metric metric, Result result) {
        var bound = lowerBound(metric, result);
        return bound.isPresent()
                ? String.format(
                        Locale.ROOT,
                        "%s is at least %.4g %s, because units were unfinished",
                        metric,
                        bound.getAsDouble(),
                        metric.quantity().unit())
                : metric + " not available";
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

    /** Empty for metrics of another kind, and where there are too few units. */
    private static Optional<BoundedTime> percentile(Metric metric, Collection<ClassResult> classes) {
        double percentile =
                switch (metric.quantity()) {
                    case RESPONSE_P50 -> 50;
                    case RESPONSE_P99 -> 99;
                    default -> Double.NaN;
                };
        if (Double.isNaN(percentile)) {
            return Optional.empty();
        }
        var times = ResponseTimes.of(classes);
        return times.units() < minUnits(metric) ? Optional.empty() : Optional.of(times.at(percentile));
    }

    private static OptionalDouble positive(double value) {
        return value > 0 && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
