package dev.joust.compare.verdict;

import dev.joust.compare.machine.DisturbanceLimits;
import dev.joust.compare.session.Attempts;
import dev.joust.compare.session.Result;
import dev.joust.compare.stats.Blocks;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The results of one scenario that are judged: the last complete attempt at each block. Earlier attempts are counted,
 * and not judged.
 *
 * @param blocks by block number, the trial of each arm
 * @param repeated how many attempts are not judged, because the machine was disturbed or the session was interrupted
 */
public record Evidence(
        Scenario scenario, ValidityChecks checks, Map<Integer, Map<String, Checked>> blocks, int repeated) {

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
        int repeated = 0;
        for (var block : attempts.of(scenario.name()).entrySet()) {
            repeated += block.getValue().size();
            for (var attempt : block.getValue().descendingMap().values()) {
                if (attempt.size() == scenario.arms().size()) {
                    whole.put(block.getKey(), checked(attempt, scenario, checker));
                    repeated--;
                    break;
                }
            }
        }
        return new Evidence(scenario, checker.checks(scenario), whole, repeated);
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
     * The arms with a valid trial that has only a lower bound of this metric. They have no values at all: without these
     * trials they would look better than they are.
     */
    Set<String> bounded(Metric metric) {
        Set<String> bounded = new TreeSet<>();
        for (var block : blocks.values()) {
            block.forEach((arm, trial) -> {
                if (trial.valid()
                        && !bounded.contains(arm)
                        && MetricReader.lowerBound(metric, trial.result()).isPresent()) {
                    bounded.add(arm);
                }
            });
        }
        return bounded;
    }

    /** How many blocks are disturbed: a trial of theirs is beyond these limits. */
    public DisturbedBlocks disturbed(DisturbanceLimits limits) {
        long disturbed = blocks.values().stream()
                .filter(block -> block.values().stream()
                        .map(trial -> trial.result().outside().disturbance())
                        .anyMatch(seen -> limits.objection(seen).isPresent()))
                .count();
        return new DisturbedBlocks((int) disturbed, blocks.size());
    }

    /** The values of a metric, block by block, of the arms whose trial is valid there. */
    public Blocks values(Metric metric) {
        var bounded = bounded(metric);
        List<Map<String, Double>> values = new ArrayList<>();
        for (var block : blocks.values()) {
            Map<String, Double> valid = new HashMap<>();
            block.forEach((arm, trial) -> {
                if (trial.valid() && !bounded.contains(arm)) {
                    MetricReader.of(metric, trial.result()).ifPresent(value -> valid.put(arm, value));
                }
            });
            values.add(valid);
        }
        return new Blocks(values, metric.quantity().lowerIsBetter() ? Blocks.Better.LOWER : Blocks.Better.HIGHER);
    }
}
