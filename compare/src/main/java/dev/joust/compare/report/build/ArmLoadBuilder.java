package dev.joust.compare.report.build;

import dev.joust.compare.report.ArmLoad;
import dev.joust.compare.report.ArmLoad.CapacityReport;
import dev.joust.compare.report.ArmLoad.FoundRates;
import dev.joust.compare.report.ArmLoad.OfferedRates;
import dev.joust.compare.report.ArmLoad.OfferedReport;
import dev.joust.compare.report.ArmLoad.ProbeReport;
import dev.joust.compare.report.ArmLoad.SecondReport;
import dev.joust.compare.report.ArmLoad.SecondTimes;
import dev.joust.compare.session.Capacities;
import dev.joust.compare.stats.Median;
import dev.joust.compare.verdict.OfferedUnits;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Pod;
import dev.joust.scenario.Promise;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.CapacityResult;
import dev.joust.trial.Measurement.OpenResult;
import dev.joust.trial.Measurement.Second;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Computes what a report shows of an arm's open load, or of the search for its capacity.
 *
 * @param valid the measurements of its valid trials
 * @param invalid those of its other trials
 */
record ArmLoadBuilder(
        Scenario scenario, Arm arm, List<Measurement> valid, List<Measurement> invalid, Capacities capacities) {

    ArmLoad load() {
        return switch (scenario.workload().load()) {
            case Load.Batch _, Load.Closed _ -> ArmLoad.NONE;
            case Load.Open open ->
                new ArmLoad(
                        offered(valid),
                        changes(open) ? seconds() : List.of(),
                        share(),
                        valid.isEmpty() ? offered(invalid) : List.of());
            case Load.Capacity capacity ->
                new ArmLoad(List.of(), List.of(), searched(capacity.promise().map(ArmLoadBuilder::text)), List.of());
        };
    }

    /** Whether the model sustained the rate of this class, by all valid trials together. */
    static boolean sustained(String workClass, List<Measurement> valid) {
        var trials = valid.stream()
                .flatMap(measurement -> units(workClass, measurement).stream())
                .toList();
        return trials.isEmpty() || OfferedUnits.together(trials).sustained();
    }

    private static String text(Promise promise) {
        return String.format(Locale.ROOT, "p%s of %s", Pod.number(promise.percentile()), promise.of());
    }

    private List<OfferedReport> offered(List<Measurement> measured) {
        return scenario.workload().classes().stream()
                .flatMap(type -> offered(type.name(), measured).stream())
                .toList();
    }

    private static Optional<OfferedReport> offered(String workClass, List<Measurement> measured) {
        var trials = measured.stream()
                .flatMap(measurement -> units(workClass, measurement).stream())
                .toList();
        if (trials.isEmpty()) {
            return Optional.empty();
        }
        var rates = new OfferedRates(
                median(trials, units -> units.offered() / units.seconds()),
                median(trials, units -> units.done() / units.seconds()),
                median(trials, units -> units.inTime() / units.seconds()),
                median(trials, units -> units.timedOut() / units.seconds()));
        return Optional.of(new OfferedReport(
                workClass,
                rates,
                median(trials, OfferedUnits::backlog),
                median(
                        measured.stream()
                                .filter(measurement -> measurement.classes().containsKey(workClass))
                                .toList(),
                        measurement ->
                                measurement.classes().get(workClass).latencies().lagP99Nanos() / 1e6),
                OfferedUnits.together(trials).sustained()));
    }

    private static Optional<OfferedUnits> units(String workClass, Measurement measurement) {
        return Optional.ofNullable(measurement.classes().get(workClass))
                .flatMap(units ->
                        OfferedUnits.of(List.of(units), measurement.window().nanos() / 1e9));
    }

    private static boolean changes(Load.Open open) {
        return open.rates().values().stream()
                .anyMatch(rate -> rate.stages().size() > 1
                        || rate.stages().getFirst().from()
                                != rate.stages().getFirst().to());
    }

    private List<SecondReport> seconds() {
        int whole = valid.stream()
                .mapToInt(measurement -> (int) (measurement.window().nanos() / 1_000_000_000))
                .min()
                .orElse(0);
        List<SecondReport> seconds = new ArrayList<>();
        for (int i = 0; i < whole; i++) {
            int at = i;
            seconds.add(new SecondReport(
                    i + 1,
                    median(valid, measurement -> sum(measurement, at, Second::offered)),
                    median(valid, measurement -> sum(measurement, at, Second::done)),
                    median(valid, measurement -> sum(measurement, at, Second::inFlight)),
                    new SecondTimes(
                            median(valid, measurement -> longest(measurement, at, Second::p50Nanos)),
                            median(valid, measurement -> longest(measurement, at, Second::p99Nanos)))));
        }
        return seconds;
    }

    private static double sum(Measurement measurement, int at, ToLongFunction<Second> count) {
        return at(measurement, at).mapToLong(count).sum();
    }

    private static double longest(Measurement measurement, int at, ToLongFunction<Second> nanos) {
        return at(measurement, at).mapToLong(nanos).max().orElse(0) / 1e6;
    }

    private static Stream<Second> at(Measurement measurement, int at) {
        return measurement.classes().values().stream()
                .flatMap(units -> units.open().stream())
                .map(OpenResult::seconds)
                .filter(seconds -> at < seconds.size())
                .map(seconds -> seconds.get(at));
    }

    private Optional<CapacityReport> share() {
        if (!Capacities.needed(scenario)) {
            return Optional.empty();
        }
        var base = capacities.base(scenario);
        var source = base == scenario ? arm : scenario.arms().getFirst();
        return capacities
                .of(base, source)
                .map(one -> report(
                        one.perSecond().isPresent() ? one.found() : Optional.empty(),
                        capacities.rate(scenario, arm),
                        one.failure(),
                        one.found().map(ArmLoadBuilder::probes).orElse(List.of()),
                        Optional.empty()));
    }

    /** Of several searches the one whose capacity is in the middle stands for them. */
    private Optional<CapacityReport> searched(Optional<String> promise) {
        var found = valid.stream()
                .filter(measurement -> measurement.capacity().isPresent())
                .sorted(Comparator.comparing(measurement ->
                        measurement.capacity().orElseThrow().sustained().orElse(0.0)))
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(searched(found.get(found.size() / 2), promise));
    }

    private static CapacityReport searched(Measurement middle, Optional<String> promise) {
        var found = middle.capacity();
        return report(found, Optional.empty(), middle.window().stopped(), probes(found.orElseThrow()), promise);
    }

    private static CapacityReport report(
            Optional<CapacityResult> found,
            Optional<Double> offered,
            Optional<String> remark,
            List<ProbeReport> probes,
            Optional<String> promise) {
        var rates = new FoundRates(found.flatMap(CapacityResult::sustained), found.flatMap(CapacityResult::promised));
        return new CapacityReport(rates, offered, remark, probes, promise);
    }

    private static List<ProbeReport> probes(CapacityResult found) {
        return found.probes().stream()
                .map(probe -> new ProbeReport(
                        probe.rate(),
                        probe.offered(),
                        probe.done(),
                        probe.backlog(),
                        probe.promisedNanos().map(nanos -> nanos / 1e6)))
                .toList();
    }

    private static <T> double median(List<T> trials, ToDoubleFunction<T> value) {
        return Median.of(trials.stream().mapToDouble(value).toArray()).orElse(0);
    }
}
