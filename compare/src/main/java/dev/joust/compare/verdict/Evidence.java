package dev.joust.compare.verdict;

import dev.joust.compare.session.Attempts;
import dev.joust.compare.session.Result;
import dev.joust.compare.stats.Blocks;
import dev.joust.compare.stats.Stratum;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The results of one scenario that are judged: the last complete attempt at each block, and in it the last run of each
 * trial. Earlier ones are counted, and not judged.
 *
 * @param blocks by block number, the trial of each arm
 * @param repeated how many runs of trials are not judged, because the machine was disturbed or the session was
 *     interrupted
 */
public record Evidence(Scenario scenario, HostChecks checks, Map<Integer, Map<String, Checked>> blocks, int repeated) {

    /**
     * A trial and its validity checks. They run once, because they decode its histograms.
     *
     * @param failed the checks that it failed, one line each
     */
    public record Checked(Result result, List<String> failed) {
        public boolean valid() {
            return failed.isEmpty();
        }
    }

    static Evidence of(Scenario scenario, ResultChecker checker, Attempts attempts) {
        Map<Integer, Map<String, Checked>> whole = new TreeMap<>();
        for (var block : attempts.of(scenario.name()).entrySet()) {
            for (var attempt : block.getValue().descendingMap().values()) {
                if (attempt.size() == scenario.arms().size()) {
                    whole.put(block.getKey(), checked(attempt, scenario, checker));
                    break;
                }
            }
        }
        int judged = whole.size() * scenario.arms().size();
        return new Evidence(scenario, checker.checks(scenario), whole, attempts.runs(scenario.name()) - judged);
    }

    private static Map<String, Checked> checked(Map<String, Result> attempt, Scenario scenario, ResultChecker checker) {
        Map<String, Checked> checked = new TreeMap<>();
        attempt.forEach((arm, result) -> checked.put(arm, checker.check(scenario, result)));
        return checked;
    }

    /** All trials of an arm, in block order. */
    public List<Checked> all(Arm arm) {
        return blocks.values().stream().map(block -> block.get(arm.name())).toList();
    }

    /** The valid trials of an arm, in block order. */
    public List<Result> valid(Arm arm) {
        return all(arm).stream().filter(Checked::valid).map(Checked::result).toList();
    }

    /**
     * The arms that have no values of this metric at all, although some of their trials may have one, and why: by the
     * first such trial. Without the trials that have only a lower bound, or in which the model missed what the metric
     * needs, an arm would look better than it is. A percentile needs more units than the trials of an arm may have.
     */
    public Map<String, MetricReading> without(Metric metric) {
        Map<String, MetricReading> without = notSustained(metric);
        Map<String, Long> units = new TreeMap<>();
        for (var block : blocks.values()) {
            block.forEach((arm, trial) -> {
                if (trial.valid()) {
                    switch (MetricReader.read(metric, trial.result())) {
                        case MetricReading.KnownValue(double _, long number) -> units.merge(arm, number, Long::sum);
                        case MetricReading.Absent _ -> {}
                        case MetricReading.AtLeast bound -> without.putIfAbsent(arm, bound);
                        case MetricReading.Missed missed -> without.putIfAbsent(arm, missed);
                    }
                }
            });
        }
        long needed = metric.quantity().minUnits();
        units.forEach((arm, number) -> {
            if (number < needed) {
                without.putIfAbsent(
                        arm,
                        new MetricReading.Absent(String.format(
                                Locale.ROOT, "it needs %,d units over all trials, has %,d", needed, number)));
            }
        });
        return without;
    }

    /** The arms that do not keep up with the offered rate, by all of their trials, where the metric needs that. */
    private Map<String, MetricReading> notSustained(Metric metric) {
        Map<String, MetricReading> without = new TreeMap<>();
        if (MetricReader.needsSustainedRate(metric)) {
            for (var arm : scenario.arms()) {
                var trials = valid(arm).stream()
                        .flatMap(result -> MetricReader.offered(metric, result).stream())
                        .toList();
                if (!trials.isEmpty() && !OfferedUnits.together(trials).sustained()) {
                    without.put(
                            arm.name(),
                            new MetricReading.Missed(
                                    OfferedUnits.together(trials).notSustained()));
                }
            }
        }
        return without;
    }

    /** Whether the model missed what the metric needs, so that the values of its trials tell nothing. */
    public boolean missed(Metric metric, Arm arm) {
        return without(metric).get(arm.name()) instanceof MetricReading.Missed;
    }

    /** Why an arm has no value of the metric, by the first of its valid trials; empty where it has one. */
    public Optional<String> absence(Metric metric, Arm arm) {
        var without = Optional.ofNullable(without(metric).get(arm.name()));
        return without.or(() -> valid(arm).stream()
                        .map(result -> MetricReader.read(metric, result))
                        .reduce((first, next) -> first instanceof MetricReading.Absent ? next : first))
                .flatMap(reading -> switch (reading) {
                    case MetricReading.KnownValue _ -> Optional.empty();
                    case MetricReading.Absent(String because) -> Optional.of(because);
                    case MetricReading.AtLeast(double _, String because) -> Optional.of(because);
                    case MetricReading.Missed(String because) -> Optional.of(because);
                })
                .filter(because -> !because.isEmpty());
    }

    /** How many blocks are disturbed, by a machine beyond its limits or by the round trip to the service. */
    public DisturbedBlocks disturbed() {
        long disturbed = blocks.values().stream()
                .map(block -> block.values().stream().map(Checked::result).toList())
                .filter(results ->
                        new BlockDisturbance(scenario, checks.hosts().limits(results.getFirst())).disturbs(results))
                .count();
        return new DisturbedBlocks((int) disturbed, blocks.size());
    }

    /** The values of a metric, block by block, of the arms whose trial is valid there. */
    public Blocks values(Metric metric) {
        var without = without(metric).keySet();
        List<Map<String, Double>> values = new ArrayList<>();
        for (var block : blocks.values()) {
            Map<String, Double> valid = new HashMap<>();
            block.forEach((arm, trial) -> {
                if (trial.valid() && !without.contains(arm)) {
                    MetricReader.of(metric, trial.result()).ifPresent(value -> valid.put(arm, value));
                }
            });
            values.add(valid);
        }
        return new Blocks(
                values, strata(), metric.quantity().lowerIsBetter() ? Blocks.Better.LOWER : Blocks.Better.HIGHER);
    }

    /** Where each block ran, in block order. A block never spans machines. */
    public List<Stratum> strata() {
        return blocks.values().stream().map(this::stratum).toList();
    }

    private Stratum stratum(Map<String, Checked> block) {
        return block.values().stream()
                .findFirst()
                .map(trial -> checks.stratum(trial.result()))
                .orElse(Stratum.ONLY);
    }

    /** Where a block ran; empty where it has no judged attempt. */
    Optional<Stratum> stratum(int block) {
        return Optional.ofNullable(blocks.get(block)).map(this::stratum);
    }
}
