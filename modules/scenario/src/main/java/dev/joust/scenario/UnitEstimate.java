package dev.joust.scenario;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Estimates how many units a trial does at best, to say beforehand which metrics it cannot have. */
final class UnitEstimate {
    private UnitEstimate() {}

    /** One line about the first metric that needs more units than an arm can do at best. */
    static Optional<String> caution(Scenario scenario, int cores) {
        var judging = scenario.judging();
        return Stream.concat(
                        Stream.of(judging.primary()), judging.claims().stream().map(Claim::metric))
                .distinct()
                .flatMap(metric -> caution(scenario, metric, cores).stream())
                .findFirst();
    }

    private static Optional<String> caution(Scenario scenario, Metric metric, int cores) {
        return scenario.arms().stream()
                .flatMap(arm -> maxUnits(scenario.workload().on(arm), metric, cores).stream()
                        .boxed())
                .min(Comparator.naturalOrder())
                .filter(units -> units < metric.quantity().minUnitsPerTrial())
                .map(units -> String.format(
                        Locale.ROOT,
                        "%s: %s needs %,d units per trial, and a trial does %,d at best; it will have no value",
                        scenario.name(),
                        metric,
                        metric.quantity().minUnitsPerTrial(),
                        units));
    }

    /** The units of the metric's class that a trial does when nothing queues; empty when their time is not known. */
    private static OptionalLong maxUnits(Workload workload, Metric metric, int cores) {
        var classes = workload.classes().stream()
                .filter(c -> metric.of().map(c.name()::equals).orElse(true))
                .toList();
        return switch (workload.load()) {
            case Load.Batch(Load.Count units) -> OptionalLong.of(share(units.on(cores), classes, workload.classes()));
            case Load.Closed closed -> inWindow(closed, classes);
            case Load.Open open when open.share().isEmpty() -> OptionalLong.of(arriving(open, classes));
            case Load.Open _, Load.Capacity _ -> OptionalLong.empty();
        };
    }

    private static long share(long units, List<WorkClass> classes, List<WorkClass> all) {
        return Math.ceilDiv(units * weight(classes), weight(all));
    }

    private static long weight(List<WorkClass> classes) {
        return classes.stream().mapToLong(WorkClass::weight).sum();
    }

    private static long arriving(Load.Open open, List<WorkClass> classes) {
        return Math.round(classes.stream()
                .mapToDouble(type -> open.rates().get(type.name()).units())
                .sum());
    }

    private static OptionalLong inWindow(Load.Closed closed, List<WorkClass> classes) {
        long units = 0;
        for (var type : classes) {
            long nanos = minTime(type).toNanos();
            if (nanos == 0) {
                return OptionalLong.empty();
            }
            units += closed.inFlight().get(type.name()) * closed.time().toNanos() / nanos;
        }
        return OptionalLong.of(units);
    }

    /** The waits and the CPU time of one unit. Bodies count nothing, since their time depends on the machine. */
    private static Duration minTime(WorkClass type) {
        return type.steps().stream()
                .map(step -> step instanceof Step.Cpu work ? work.cpu() : step.waiting())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
