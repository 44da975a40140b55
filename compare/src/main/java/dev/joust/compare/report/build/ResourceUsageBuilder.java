package dev.joust.compare.report.build;

import dev.joust.compare.machine.ContextSwitches;
import dev.joust.compare.machine.MemoryUse;
import dev.joust.compare.machine.ResourceUsage;
import dev.joust.compare.report.ArmReport.Amount;
import dev.joust.compare.session.Result;
import dev.joust.trial.Measurement.ClassResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The medians of what the valid trials of an arm used, and of what they counted. What no trial knows is empty.
 *
 * @param valid the valid trials
 */
record ResourceUsageBuilder(List<Result> valid) {
    private static final double KIB = 1 << 10;
    private static final double MIB = 1 << 20;

    List<Amount> amounts() {
        if (valid.isEmpty()) {
            return List.of();
        }
        List<Amount> amounts = new ArrayList<>(List.of(
                amount("start-up to the first answer", "ms", r -> r.outside().startUpMillis()),
                amount("CPU per unit", "ms", ResourceUsageBuilder::cpuPerUnit),
                used(
                        "CPU time",
                        "s",
                        resourceUsage -> Optional.of(resourceUsage.cpu().total())),
                used("of it user", "s", resourceUsage -> resourceUsage.cpu().user()),
                used("of it system", "s", resourceUsage -> resourceUsage.cpu().system()),
                used(
                        "peak resident memory",
                        "MiB",
                        resourceUsage -> resourceUsage.memory().peak().map(bytes -> bytes / MIB)),
                used(
                        "proportional memory",
                        "MiB",
                        resourceUsage -> resourceUsage.memory().proportional().map(bytes -> bytes / MIB)),
                amount("of it a unit in flight, the process included", "KiB", ResourceUsageBuilder::memoryPerUnit),
                used("resident memory a worker", "MiB", resourceUsage -> perChild(resourceUsage, MemoryUse::resident)),
                used(
                        "proportional memory a worker",
                        "MiB",
                        resourceUsage -> perChild(resourceUsage, MemoryUse::proportional)),
                amount("calls that read or wrote, per unit", "", ResourceUsageBuilder::callsPerUnit),
                used("voluntary switches", "", resourceUsage -> resourceUsage
                        .switches()
                        .map(ContextSwitches::voluntary)
                        .map(Long::doubleValue)),
                used("involuntary switches", "", resourceUsage -> resourceUsage
                        .switches()
                        .map(ContextSwitches::involuntary)
                        .map(Long::doubleValue)),
                used(
                        "processes",
                        "",
                        resourceUsage ->
                                Optional.of((double) resourceUsage.census().processes())),
                used(
                        "threads",
                        "",
                        resourceUsage -> Optional.of(
                                (double) resourceUsage.census().handles().threads())),
                used(
                        "sockets",
                        "",
                        resourceUsage ->
                                resourceUsage.census().handles().sockets().map(Integer::doubleValue))));
        incomplete().ifPresent(amounts::add);
        for (var counter : counters()) {
            amounts.add(amount(
                    counter,
                    "",
                    r -> Optional.ofNullable(
                            r.measurement().orElseThrow().totals().counters().get(counter))));
        }
        return amounts;
    }

    /** A bill that misses a process is too small, which must be said beside it. */
    private Optional<Amount> incomplete() {
        long incomplete = valid.stream()
                .flatMap(r -> r.outside().resourceUsage().stream())
                .filter(resourceUsage -> !resourceUsage.changes().complete())
                .count();
        return incomplete == 0
                ? Optional.empty()
                : Optional.of(new Amount("trials whose bill is incomplete", "", Optional.of((double) incomplete)));
    }

    private TreeSet<String> counters() {
        var names = new TreeSet<String>();
        valid.forEach(r ->
                names.addAll(r.measurement().orElseThrow().totals().counters().keySet()));
        return names;
    }

    private static Optional<Double> cpuPerUnit(Result result) {
        long done = done(result);
        return result.outside()
                .resourceUsage()
                .filter(resourceUsage -> done > 0)
                .map(resourceUsage -> 1e3 * resourceUsage.cpu().total() / done);
    }

    private static Optional<Double> callsPerUnit(Result result) {
        long done = done(result);
        return result.outside()
                .resourceUsage()
                .filter(resourceUsage -> done > 0)
                .flatMap(ResourceUsage::calls)
                .map(calls -> (double) calls.total() / done);
    }

    private static long done(Result result) {
        return result.measurement().orElseThrow().classes().values().stream()
                .mapToLong(c -> c.counts().done())
                .sum();
    }

    private static Optional<Double> perChild(ResourceUsage resourceUsage, Function<MemoryUse, Optional<Long>> part) {
        int children = resourceUsage.census().processes() - 1;
        return resourceUsage.children().flatMap(part).map(bytes -> bytes / MIB / children);
    }

    /** A unit's own memory is not to be seen from outside: this is what all of the process costs, shared out. */
    private static Optional<Double> memoryPerUnit(Result result) {
        int inFlight = result.measurement().orElseThrow().classes().values().stream()
                .mapToInt(ClassResult::inFlight)
                .sum();
        return result.outside()
                .resourceUsage()
                .flatMap(resourceUsage -> resourceUsage.memory().proportional())
                .filter(bytes -> inFlight > 0)
                .map(bytes -> bytes / KIB / inFlight);
    }

    private Amount used(String name, String unit, Function<ResourceUsage, Optional<Double>> value) {
        return amount(name, unit, result -> result.outside().resourceUsage().flatMap(value));
    }

    private Amount amount(String name, String unit, Function<Result, Optional<Double>> value) {
        return new Amount(name, unit, Medians.of(valid.stream().flatMap(result -> value.apply(result).stream())));
    }
}
