package dev.joust.compare.cause;

import dev.joust.compare.machine.ContextSwitches;
import dev.joust.compare.machine.ResourceUsage;
import dev.joust.compare.session.Result;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.Activity;
import dev.joust.trial.Histograms;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.Censored;
import dev.joust.trial.Measurement.ClassResult;
import dev.joust.trial.Measurement.OpenResult;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the figures of an arm's trials.
 *
 * @param cores for trials without limits
 */
record CauseReader(Scenario scenario, Arm arm, int cores) {

    /** The class of work that the metric is about; the first where it is about all. */
    WorkClass type() {
        var classes = workload().classes();
        return scenario.judging()
                .primary()
                .of()
                .flatMap(name ->
                        classes.stream().filter(c -> c.name().equals(name)).findFirst())
                .orElse(classes.getFirst());
    }

    private Workload workload() {
        return scenario.workload().on(arm);
    }

    CauseFigures read(Result result) {
        var measurement = result.measurement().orElseThrow();
        double seconds = measurement.window().nanos() / 1e9;
        Map<CauseFigure, Double> values = new EnumMap<>(CauseFigure.class);
        units(values, measurement, seconds);
        values.put(CauseFigure.WAITS, waits(result));
        inFlight(measurement, seconds).ifPresent(mean -> values.put(CauseFigure.IN_FLIGHT, mean));
        values.put(CauseFigure.SLOTS, (double) measurement.model().slots());
        values.put(CauseFigure.COMPUTING, (double) measurement.model().ceiling().computing());
        values.put(CauseFigure.CORES, scenario.cpus(cores));
        values.put(CauseFigure.MONITORS, (double) monitors());
        result.outside().resourceUsage().ifPresent(usage -> usage(values, usage, seconds));
        counters(values, measurement.totals().counters());
        values.values().removeIf(value -> !Double.isFinite(value));
        return new CauseFigures(values);
    }

    private void units(Map<CauseFigure, Double> values, Measurement measurement, double seconds) {
        var type = type();
        var units = measurement.classes().get(type.name());
        values.put(CauseFigure.RESPONSE, response(units));
        values.put(CauseFigure.OWN_CPU, ownCpuMillis(type));
        values.put(CauseFigure.RETURNS, (double)
                type.steps().stream().filter(CauseReader::waits).count());
        values.put(CauseFigure.RATE, units.counts().done() / seconds);
        values.put(CauseFigure.UNFINISHED, (double)
                units.censored().map(Censored::units).orElse(units.counts().unfinished()));
        if (workload().load() instanceof Load.Batch) {
            values.put(CauseFigure.HANDOVER_SHARE, units.latencies().lagP99Nanos() / 1e9 / seconds);
        }
    }

    private long monitors() {
        return workload().classes().stream()
                .flatMap(type -> type.steps().stream())
                .filter(Step.Monitor.class::isInstance)
                .count();
    }

    private double response(ClassResult units) {
        var times = Histograms.decoded(units.latencies().response());
        return switch (scenario.judging().primary().quantity()) {
            case RESPONSE_P50 -> times.getValueAtPercentile(50) / 1e6;
            case RESPONSE_P99 -> times.getValueAtPercentile(99) / 1e6;
            case RESPONSE_P99_9 -> times.getValueAtPercentile(99.9) / 1e6;
            default -> times.getMean() / 1e6;
        };
    }

    private static double ownCpuMillis(WorkClass type) {
        return type.steps().stream()
                .mapToDouble(step -> step instanceof Step.Cpu cpu ? cpu.cpu().toNanos() / 1e6 : 0)
                .sum();
    }

    /** Coming back from a clock that it polls, a unit has not released a lock. */
    private static boolean waits(Step step) {
        return step instanceof Step.Request || step instanceof Step.Sleep;
    }

    /**
     * What a unit waits for by itself, in ms. The service's own time counts where it is longer than the delay, and only
     * where all requests are calls of this class: the mean over unlike ones is the time of none.
     */
    private double waits(Result result) {
        var type = type();
        double asked = type.waiting().toNanos() / 1e6;
        long calls = type.steps().stream().filter(Step.Call.class::isInstance).count();
        boolean onlyCalls = workload().classes().stream()
                        .filter(c -> c.steps().stream().anyMatch(Step.Request.class::isInstance))
                        .allMatch(type::equals)
                && type.steps().stream().noneMatch(Step.Stream.class::isInstance);
        double delays = type.steps().stream()
                .mapToDouble(
                        step -> step instanceof Step.Call call ? call.delay().toNanos() / 1e6 : 0)
                .sum();
        return result.outside()
                .service()
                .filter(counted -> onlyCalls && calls > 0 && counted.calls() > 0)
                .flatMap(counted -> counted.requestNanos().map(nanos -> calls * (nanos / 1e6 / counted.calls())))
                .map(served -> asked + Math.max(0, served - delays))
                .orElse(asked);
    }

    /** A closed load keeps it; an open one tells it by the second; for a batch it follows from Little's law. */
    private Optional<Double> inFlight(Measurement measurement, double seconds) {
        var classes = measurement.classes().values();
        return switch (workload().load()) {
            case Load.Closed _ ->
                Optional.of((double)
                        classes.stream().mapToInt(ClassResult::inFlight).sum());
            case Load.Batch _ ->
                Optional.of(classes.stream()
                        .map(units -> Histograms.decoded(units.latencies().response()))
                        .mapToDouble(times -> times.getMean() / 1e9 * times.getTotalCount() / seconds)
                        .sum());
            case Load.Open _ -> {
                var opens =
                        classes.stream().flatMap(units -> units.open().stream()).toList();
                yield opens.isEmpty()
                                || opens.stream()
                                        .anyMatch(open -> open.seconds().isEmpty())
                        ? Optional.empty()
                        : Optional.of(
                                opens.stream().mapToDouble(CauseReader::mean).sum());
            }
            case Load.Capacity _ -> Optional.empty();
        };
    }

    private static double mean(OpenResult open) {
        return open.seconds().stream()
                .mapToLong(Measurement.Second::inFlight)
                .average()
                .orElseThrow();
    }

    private static void usage(Map<CauseFigure, Double> values, ResourceUsage usage, double seconds) {
        if (usage.changes().complete()) {
            values.put(CauseFigure.CPU, usage.cpu().total() / seconds);
        }
        usage.switches()
                .flatMap(ContextSwitches::withoutCoreNanos)
                .ifPresent(nanos -> values.put(CauseFigure.WITHOUT_CORE, nanos / 1e9 / seconds));
    }

    private static void counters(Map<CauseFigure, Double> values, Map<String, Double> counters) {
        put(values, CauseFigure.LOCK_HELD, counters, Activity.meanName(Activity.LOCK_HELD), 1);
        put(values, CauseFigure.LOCK_WAITING, counters, Activity.meanName(Activity.LOCK_WAITING), 1);
        put(values, CauseFigure.LOCK_INTERVAL, counters, "lock-interval-micros", 1e-3);
        put(values, CauseFigure.LOOP_BUSY, counters, Activity.meanName(Activity.LOOP_BUSY), 1);
        put(values, CauseFigure.LOOP_TURN, counters, Activity.longestName(Activity.LOOP_TURN), 1);
    }

    private static void put(
            Map<CauseFigure, Double> values,
            CauseFigure figure,
            Map<String, Double> counters,
            String name,
            double factor) {
        Stream.ofNullable(counters.get(name)).forEach(value -> values.put(figure, value * factor));
    }

    /** Units of the class that were done in the windows of these trials. */
    long done(List<Result> results) {
        return results.stream()
                .map(result -> result.measurement().orElseThrow().classes().get(type().name()))
                .mapToLong(units -> units.counts().done())
                .sum();
    }
}
