package dev.joust.compare.verdict;

import dev.joust.compare.machine.ResourceUsage;
import dev.joust.compare.session.Result;
import dev.joust.compare.verdict.MetricReading.Absent;
import dev.joust.compare.verdict.MetricReading.AtLeast;
import dev.joust.compare.verdict.MetricReading.KnownValue;
import dev.joust.compare.verdict.MetricReading.Missed;
import dev.joust.scenario.Metric;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.CapacityResult;
import dev.joust.trial.Measurement.ClassResult;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Reads a metric of a valid trial. A value that does not exist is empty, never zero. A lower bound is no value.
 *
 * <p>Goodput, rate ratio and backlog can be 0, which has no ratio. They count as one unit: the arm without goodput
 * then looks better than it is, and the one without backlog worse.
 */
public final class MetricReader {
    /** The units that a 99th percentile needs: with fewer it is one of a few extreme values. */
    public static final long MIN_UNITS_FOR_P99 = Metric.Quantity.RESPONSE_P99.minUnits();

    private MetricReader() {}

    /** The value of one trial. Of a percentile the arm needs more units than one trial has: {@link Evidence#values}. */
    public static OptionalDouble of(Metric metric, Result result) {
        return read(metric, result) instanceof KnownValue(double value, long _)
                ? OptionalDouble.of(value)
                : OptionalDouble.empty();
    }

    /** What the metric is at least, where only that is known. */
    public static OptionalDouble lowerBound(Metric metric, Result result) {
        return read(metric, result) instanceof AtLeast(double value, String _)
                ? OptionalDouble.of(value)
                : OptionalDouble.empty();
    }

    /** Why a trial has no value, with the metric's name. */
    public static String absence(Metric metric, Result result) {
        return switch (read(metric, result)) {
            case AtLeast(double value, String because) ->
                String.format(
                        Locale.ROOT,
                        "%s is at least %.4g %s, because %s",
                        metric,
                        value,
                        metric.quantity().unit(),
                        because);
            case Missed(String because) -> metric + " has no value: " + because;
            case Absent(String because) -> metric + " not available" + (because.isEmpty() ? "" : ": " + because);
            case KnownValue _ -> "";
        };
    }

    /** The units that the trials of an arm need together for this metric. */
    public static long minUnits(Metric metric) {
        return metric.quantity().minUnits();
    }

    /** What the trial says about the metric. It has a measurement. */
    public static MetricReading read(Metric metric, Result result) {
        var measurement = result.measurement().orElseThrow();
        var classes = classes(metric, measurement);
        double seconds = measurement.window().nanos() / 1e9;
        long done = classes.stream().mapToLong(c -> c.counts().done()).sum();
        var offered = OfferedUnits.of(classes, seconds);
        return switch (metric.quantity()) {
            case MAKESPAN -> value(seconds);
            case THROUGHPUT -> value(done / seconds);
            case RESPONSE_P50 -> percentile(50, metric, classes);
            case RESPONSE_P99 -> percentile(99, metric, classes);
            case RESPONSE_P99_9 -> percentile(99.9, metric, classes);
            case GOODPUT -> open(offered, units -> Math.max(1, units.inTime()) / seconds);
            case RATE_RATIO -> open(offered, units -> Math.max(1.0, units.done()) / units.offered());
            case BACKLOG -> open(offered, units -> Math.max(1, units.backlog()));
            case RECOVERY ->
                offered.map(units -> RecoveryTime.of(
                                        units.classes().stream()
                                                .map(c -> c.open().orElseThrow())
                                                .toList(),
                                        seconds)
                                .reading())
                        .orElse(new Absent(""));
            case MEMORY_PER_UNIT_IN_FLIGHT -> memory(result, offered, classes);
            case MEMORY -> bytes(result).map(bytes -> value(bytes / 1e6)).orElse(new Absent(""));
            case CAPACITY -> measurement.capacity().map(MetricReader::sustained).orElse(new Absent(""));
            case SLO_CAPACITY ->
                measurement.capacity().map(MetricReader::promised).orElse(new Absent(""));
            case CPU_PER_UNIT ->
                result.outside()
                        .resourceUsage()
                        .filter(_ ->
                                metric.of().isPresent() || measurement.classes().size() == 1 || offered.isPresent())
                        .map(resourceUsage -> value(1e3 * resourceUsage.cpu().total() / done))
                        .orElse(new Absent(""));
        };
    }

    /** The classes that count; none where the arm runs without the class of the metric. */
    private static Collection<ClassResult> classes(Metric metric, Measurement measurement) {
        return metric.of()
                .<Collection<ClassResult>>map(name ->
                        Stream.ofNullable(measurement.classes().get(name)).toList())
                .orElse(measurement.classes().values());
    }

    /**
     * Whether the metric tells nothing where the offered rate is not sustained: response times then tell how long the
     * window was.
     */
    static boolean needsSustainedRate(Metric metric) {
        return switch (metric.quantity()) {
            case RESPONSE_P50, RESPONSE_P99, RESPONSE_P99_9 -> true;
            case MAKESPAN,
                    THROUGHPUT,
                    GOODPUT,
                    RATE_RATIO,
                    BACKLOG,
                    RECOVERY,
                    MEMORY_PER_UNIT_IN_FLIGHT,
                    MEMORY,
                    CAPACITY,
                    SLO_CAPACITY,
                    CPU_PER_UNIT -> false;
        };
    }

    /** The units that were offered to the classes that the metric counts; empty where the load is not open. */
    static Optional<OfferedUnits> offered(Metric metric, Result result) {
        var measurement = result.measurement().orElseThrow();
        return OfferedUnits.of(
                classes(metric, measurement), measurement.window().nanos() / 1e9);
    }

    /** Without a value where there are too few units. */
    private static MetricReading percentile(double percentile, Metric metric, Collection<ClassResult> classes) {
        var times = ResponseTimes.of(classes);
        int needed = metric.quantity().minUnitsPerTrial();
        if (times.units() < needed) {
            return new Absent(
                    needed == 1
                            ? ""
                            : String.format(
                                    Locale.ROOT, "it needs %,d units per trial, has %,d", needed, times.units()));
        }
        var time = times.at(percentile);
        if (time.atLeast()) {
            return new AtLeast(time.millis(), "units were unfinished");
        }
        return time.millis() > 0 ? new KnownValue(time.millis(), times.units()) : new Absent("");
    }

    private static MetricReading open(Optional<OfferedUnits> offered, ToDoubleFunction<OfferedUnits> value) {
        return offered.map(units ->
                        units.offered() == 0 ? new Absent("no unit was offered") : value(value.applyAsDouble(units)))
                .orElse(new Absent(""));
    }

    private static MetricReading memory(
            Result result, Optional<OfferedUnits> offered, Collection<ClassResult> classes) {
        long inFlight = offered.map(OfferedUnits::backlog)
                .orElseGet(
                        () -> classes.stream().mapToLong(ClassResult::inFlight).sum());
        return bytes(result)
                .map(bytes -> inFlight == 0
                        ? new Absent("no unit was in flight at the end of the window")
                        : value(bytes / 1e3 / inFlight))
                .orElse(new Absent(""));
    }

    /** Proportional memory counts a page that processes share once; resident memory in each of them. */
    private static Optional<Long> bytes(Result result) {
        return result.outside().resourceUsage().map(ResourceUsage::memory).flatMap(used -> used.proportional()
                .or(used::resident));
    }

    private static MetricReading sustained(CapacityResult found) {
        return rate(found, found.sustained(), "was sustained", "the highest rate that was tried was sustained");
    }

    private static MetricReading promised(CapacityResult found) {
        return rate(found, found.promised(), "kept the promise", "the promise held at the highest rate that was tried");
    }

    private static MetricReading rate(CapacityResult found, Optional<Double> rate, String what, String highest) {
        if (rate.isEmpty()) {
            var lowest =
                    found.probes().stream().mapToDouble(probe -> probe.rate()).min();
            return new Missed(
                    lowest.isEmpty()
                            ? "no rate was tried"
                            : String.format(Locale.ROOT, "not even %.4g units/s %s", lowest.getAsDouble(), what));
        }
        boolean bounded = found.probes().stream().noneMatch(probe -> probe.rate() > rate.get());
        return bounded ? new AtLeast(rate.get(), highest) : value(rate.get());
    }

    private static MetricReading value(double value) {
        return value > 0 && Double.isFinite(value) ? new KnownValue(value, 1) : new Absent("");
    }
}
