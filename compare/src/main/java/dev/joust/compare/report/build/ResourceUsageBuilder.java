package dev.joust.compare.report.build;

import dev.joust.compare.machine.MemoryUse;
import dev.joust.compare.machine.ResourceUsage;
import dev.joust.compare.report.ResourceAmount;
import dev.joust.compare.report.ResourceFigure;
import dev.joust.compare.session.Result;
import dev.joust.compare.stats.Median;
import dev.joust.trial.Measurement.ClassResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Computes the medians of what an arm used, and of its counters, over its valid trials. What no trial knows is empty.
 *
 * @param valid the valid trials
 */
record ResourceUsageBuilder(List<Result> valid) {
    private static final double KIB = 1 << 10;
    private static final double MIB = 1 << 20;

    List<ResourceAmount> amounts() {
        if (valid.isEmpty()) {
            return List.of();
        }
        List<ResourceAmount> amounts = new ArrayList<>();
        for (var figure : ResourceFigure.values()) {
            var amount = ResourceAmount.of(figure, value(figure));
            if (!figure.countsTrials() || amount.value().isPresent()) {
                amounts.add(amount);
            }
        }
        for (var counter : counters()) {
            amounts.add(new ResourceAmount(counter, median(result -> counter(result, counter))));
        }
        return amounts;
    }

    private Optional<Double> value(ResourceFigure figure) {
        return switch (figure) {
            case INCOMPLETE_TRIALS ->
                count(usage -> usage.filter(u -> !u.changes().complete()).isPresent());
            case LATE_TRIALS -> count(Optional::isEmpty);
            default -> median(reader(figure));
        };
    }

    /** How many trials have such a usage; empty where none has. */
    private Optional<Double> count(Predicate<Optional<ResourceUsage>> such) {
        long count = valid.stream()
                .filter(result -> such.test(result.outside().resourceUsage()))
                .count();
        return count == 0 ? Optional.empty() : Optional.of((double) count);
    }

    private static Function<Result, Optional<Double>> reader(ResourceFigure figure) {
        return switch (figure) {
            case START_UP -> result -> result.outside().startUpMillis();
            case CPU_PER_UNIT ->
                result -> perUnit(result, usage -> Optional.of(1e3 * usage.cpu().total()));
            case CPU_TIME -> used(usage -> Optional.of(usage.cpu().total()));
            case CPU_USER -> used(usage -> usage.cpu().user());
            case CPU_SYSTEM -> used(usage -> usage.cpu().system());
            case MEMORY_RESIDENT_PEAK -> used(usage -> usage.memory().peak().map(bytes -> bytes / MIB));
            case MEMORY_PROPORTIONAL ->
                used(usage -> usage.memory().proportional().map(bytes -> bytes / MIB));
            case MEMORY_PER_UNIT -> ResourceUsageBuilder::memoryPerUnit;
            case MEMORY_RESIDENT_PER_WORKER -> used(usage -> perWorker(usage, MemoryUse::resident));
            case MEMORY_PROPORTIONAL_PER_WORKER -> used(usage -> perWorker(usage, MemoryUse::proportional));
            case IO_CALLS_PER_UNIT ->
                result -> perUnit(result, usage -> usage.calls().map(calls -> (double) calls.total()));
            case SWITCHES_VOLUNTARY -> used(usage -> usage.switches().map(s -> (double) s.voluntary()));
            case SWITCHES_INVOLUNTARY -> used(usage -> usage.switches().map(s -> (double) s.involuntary()));
            case PROCESSES -> used(usage -> Optional.of((double) usage.census().processes()));
            case THREADS ->
                used(usage -> Optional.of((double) usage.census().handles().threads()));
            case SOCKETS -> used(usage -> usage.census().handles().sockets().map(Integer::doubleValue));
            case CONNECTIONS -> result -> result.outside().service().map(service -> (double) service.connections());
            case INCOMPLETE_TRIALS, LATE_TRIALS -> result -> Optional.empty();
        };
    }

    private TreeSet<String> counters() {
        var names = new TreeSet<String>();
        valid.forEach(r ->
                names.addAll(r.measurement().orElseThrow().totals().counters().keySet()));
        return names;
    }

    private static Optional<Double> counter(Result result, String name) {
        return Optional.ofNullable(
                result.measurement().orElseThrow().totals().counters().get(name));
    }

    /** Units of several classes are unlike, and the resources of the process tree cannot be divided among them. */
    private static Optional<Double> perUnit(Result result, Function<ResourceUsage, Optional<Double>> amount) {
        long done = done(result);
        return result.outside()
                .resourceUsage()
                .filter(usage -> done > 0 && classes(result).size() == 1)
                .flatMap(amount)
                .map(total -> total / done);
    }

    private static long done(Result result) {
        return classes(result).stream().mapToLong(c -> c.counts().done()).sum();
    }

    private static Collection<ClassResult> classes(Result result) {
        return result.measurement().orElseThrow().classes().values();
    }

    private static Optional<Double> perWorker(ResourceUsage usage, Function<MemoryUse, Optional<Long>> part) {
        int workers = usage.census().processes() - 1;
        return usage.children().flatMap(part).map(bytes -> bytes / MIB / workers);
    }

    /** The memory of a single unit cannot be read from outside, so this divides the memory of the process tree. */
    private static Optional<Double> memoryPerUnit(Result result) {
        int inFlight = classes(result).stream().mapToInt(ClassResult::inFlight).sum();
        return result.outside()
                .resourceUsage()
                .flatMap(usage -> usage.memory().proportional())
                .filter(bytes -> inFlight > 0)
                .map(bytes -> bytes / KIB / inFlight);
    }

    private static Function<Result, Optional<Double>> used(Function<ResourceUsage, Optional<Double>> value) {
        return result -> result.outside().resourceUsage().flatMap(value);
    }

    private Optional<Double> median(Function<Result, Optional<Double>> value) {
        var median = Median.of(valid.stream()
                .flatMap(result -> value.apply(result).stream())
                .mapToDouble(Double::doubleValue)
                .toArray());
        return median.isPresent() ? Optional.of(median.getAsDouble()) : Optional.empty();
    }
}
