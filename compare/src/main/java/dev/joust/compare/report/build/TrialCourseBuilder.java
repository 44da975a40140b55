package dev.joust.compare.report.build;

import dev.joust.compare.report.ArmLoad.SecondReport;
import dev.joust.compare.report.ArmLoad.SecondTimes;
import dev.joust.compare.report.TrialCourse;
import dev.joust.compare.report.TrialCourse.CollectionReport;
import dev.joust.compare.report.TrialCourse.HousekeepingReport;
import dev.joust.compare.session.Result;
import dev.joust.compare.verdict.MetricReader;
import dev.joust.scenario.Load;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.Housekeeping;
import dev.joust.trial.Measurement.OpenResult;
import dev.joust.trial.Measurement.Second;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Chooses the trial that stands for an arm, and computes how it went within its window.
 *
 * <p>It is the one in the middle of the valid trials, ordered by the primary metric. Of an even number it is the lower
 * of the two in the middle. Trials with the same value are ordered by their block. Trials without a value stand for the
 * arm only where none has one.
 *
 * @param valid the valid trials of the arm
 */
record TrialCourseBuilder(Scenario scenario, List<Result> valid) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    /** A trial with its value of the primary metric. */
    private record ValuedTrial(Result result, double value) {}

    /** The course of an open or a closed load; empty for other loads, and without a valid trial. */
    Optional<TrialCourse> course() {
        return switch (scenario.workload().load()) {
            case Load.Batch _, Load.Capacity _ -> Optional.empty();
            case Load.Closed _, Load.Open _ -> middle().map(TrialCourseBuilder::course);
        };
    }

    private Optional<Result> middle() {
        var metric = scenario.judging().primary();
        var valued = valid.stream()
                .map(result ->
                        new ValuedTrial(result, MetricReader.of(metric, result).orElse(Double.NaN)))
                .toList();
        var known =
                valued.stream().filter(trial -> !Double.isNaN(trial.value())).toList();
        var ordered = (known.isEmpty() ? valued : known)
                .stream()
                        .sorted(Comparator.comparingDouble(ValuedTrial::value)
                                .thenComparingInt(trial -> trial.result().id().block()))
                        .toList();
        return ordered.isEmpty()
                ? Optional.empty()
                : Optional.of(ordered.get((ordered.size() - 1) / 2).result());
    }

    private static TrialCourse course(Result result) {
        var measurement = result.measurement().orElseThrow();
        double seconds = measurement.window().nanos() / NANOS_PER_SECOND;
        return new TrialCourse(
                result.id().block(),
                seconds(measurement),
                measurement.window().series().stream()
                        .map(units -> units * 10 / seconds)
                        .toList(),
                seconds,
                measurement.housekeeping().map(TrialCourseBuilder::report));
    }

    /** The whole seconds of a trial's window; none where the load is not open. */
    static List<SecondReport> seconds(Measurement measurement) {
        var classes = measurement.classes().values().stream()
                .flatMap(units -> units.open().stream())
                .map(OpenResult::seconds)
                .toList();
        int known = classes.stream().mapToInt(List::size).min().orElse(0);
        int whole = (int) Math.min(known, measurement.window().nanos() / (long) NANOS_PER_SECOND);
        List<SecondReport> seconds = new ArrayList<>();
        for (int i = 0; i < whole; i++) {
            seconds.add(new SecondReport(
                    i + 1,
                    sum(classes, i, Second::offered),
                    sum(classes, i, Second::done),
                    sum(classes, i, Second::inFlight),
                    new SecondTimes(longest(classes, i, Second::p50Nanos), longest(classes, i, Second::p99Nanos))));
        }
        return seconds;
    }

    private static double sum(List<List<Second>> classes, int second, ToLongFunction<Second> count) {
        return at(classes, second).mapToLong(count).sum();
    }

    private static double longest(List<List<Second>> classes, int second, ToLongFunction<Second> nanos) {
        return at(classes, second).mapToLong(nanos).max().orElse(0) / NANOS_PER_MILLI;
    }

    private static Stream<Second> at(List<List<Second>> classes, int second) {
        return classes.stream().map(seconds -> seconds.get(second));
    }

    private static HousekeepingReport report(Housekeeping housekeeping) {
        return new HousekeepingReport(
                housekeeping.collections().stream()
                        .map(collection -> new CollectionReport(
                                collection.collector(),
                                collection.atNanos() / NANOS_PER_SECOND,
                                collection.nanos() / NANOS_PER_MILLI))
                        .toList(),
                housekeeping.moreCollections(),
                housekeeping.compilingNanos().map(nanos -> nanos / NANOS_PER_MILLI),
                housekeeping.compilingNanosBySecond().stream()
                        .map(nanos -> nanos / NANOS_PER_MILLI)
                        .toList());
    }
}
