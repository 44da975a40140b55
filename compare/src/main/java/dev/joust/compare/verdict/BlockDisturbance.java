package dev.joust.compare.verdict;

import dev.joust.compare.machine.DisturbanceLimits;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.RoundTrips;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.trial.Histograms;
import dev.joust.trial.Measurement;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * What disturbs a block: its machine during one of its trials, or a service that comes nearer or moves away between
 * them. The arms of a block are compared with each other, so only a change within the block slows one and not another.
 *
 * <p>A change of the round trip by d makes a unit with n requests longer by n * d. That share of the unit's median time
 * may be as large as the time that stolen cores may take from a thread: the finest margin. A unit that also waits for a
 * core is slowed by less, so the rule is strict.
 *
 * @param limits of the machine
 */
public record BlockDisturbance(Scenario scenario, DisturbanceLimits limits) {
    private static final double MAX_SHARE = 0.05;

    /** How far apart the medians of two probes may be while nothing changes: what the schedulers of two hosts add. */
    private static final long PROBE_ERROR_NANOS = 100_000;

    /** A class of units and how much of its time the change of the round trip is. */
    private record SlowedClass(String name, double share) {}

    /** Whether a block with these trials is disturbed. */
    public boolean disturbs(Collection<Result> block) {
        return block.stream()
                        .anyMatch(result ->
                                limits.objection(result.outside().disturbance()).isPresent())
                || distanceObjection(block).isPresent();
    }

    /** How the round trip to the service changed, in one line; empty where that is too little to matter. */
    public Optional<String> distanceObjection(Collection<Result> block) {
        var medians = block.stream()
                .flatMap(result -> result.outside().roundTrips().stream())
                .flatMapToLong(RoundTrips::medians)
                .summaryStatistics();
        long change = medians.getMax() - medians.getMin();
        if (medians.getCount() == 0 || change <= PROBE_ERROR_NANOS) {
            return Optional.empty();
        }
        return block.stream()
                .flatMap(result -> result.measurement().stream())
                .flatMap(measurement -> scenario.workload().classes().stream()
                        .map(type -> new SlowedClass(type.name(), share(type, measurement, change))))
                .max(Comparator.comparingDouble(SlowedClass::share))
                .filter(slowed -> slowed.share() > MAX_SHARE)
                .map(slowed -> String.format(
                        Locale.ROOT,
                        "the service was %.2f to %.2f ms away, a change of %.0f %% of the time of a unit of %s"
                                + " (limit %.0f %%)",
                        medians.getMin() / 1e6,
                        medians.getMax() / 1e6,
                        100 * slowed.share(),
                        slowed.name(),
                        100 * MAX_SHARE));
    }

    /** The arm whose trial saw the service farthest away. */
    public Optional<Result> farthest(Collection<Result> block) {
        return block.stream()
                .filter(result -> result.outside().roundTrips().isPresent())
                .max(Comparator.comparingLong(result -> result.outside()
                        .roundTrips()
                        .orElseThrow()
                        .medians()
                        .max()
                        .orElse(0)));
    }

    private static double share(WorkClass type, Measurement measurement, long change) {
        long requests =
                type.steps().stream().filter(Step.Request.class::isInstance).count();
        var units = measurement.classes().get(type.name());
        if (requests == 0 || units == null || units.counts().done() == 0) {
            return 0;
        }
        long median = Histograms.decoded(units.latencies().service()).getValueAtPercentile(50);
        return (double) requests * change / Math.max(1, median);
    }
}
