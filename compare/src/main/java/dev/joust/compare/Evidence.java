package dev.joust.compare;

import dev.joust.compare.judge.Blocks;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The results of one scenario, sorted out: of each block the last attempt that is whole. What was repeated before is kept, and counted,
 * and not judged.
 *
 * @param blocks of each block, by its number, the result of each arm
 * @param repeated how many attempts were set aside because the machine was disturbed or the session was interrupted
 */
record Evidence(Scenario scenario, Gates gates, Map<Integer, Map<String, Result>> blocks, int repeated) {

    static Evidence of(Scenario scenario, int cores, List<Result> results) {
        Map<Integer, TreeMap<Integer, Map<String, Result>>> attempts = new TreeMap<>();
        for (var result : results) {
            if (result.id().scenario().equals(scenario.name())) {
                attempts.computeIfAbsent(result.id().block(), b -> new TreeMap<>())
                        .computeIfAbsent(result.id().attempt(), a -> new TreeMap<>())
                        .put(result.id().arm(), result);
            }
        }
        Map<Integer, Map<String, Result>> whole = new TreeMap<>();
        int repeated = 0;
        for (var block : attempts.entrySet()) {
            repeated += block.getValue().size();
            for (var attempt : block.getValue().descendingMap().values()) {
                if (attempt.size() == scenario.arms().size()) {
                    whole.put(block.getKey(), attempt);
                    repeated--;
                    break;
                }
            }
        }
        return new Evidence(scenario, new Gates(scenario, cores), whole, repeated);
    }

    /** The valid trials of an arm, in the order of the blocks. */
    List<Result> valid(Arm arm) {
        return blocks.values().stream()
                .map(block -> block.get(arm.name()))
                .filter(result -> gates.failedBy(result).isEmpty())
                .toList();
    }

    /** The trials of an arm that do not count, with the reason. */
    List<String> invalid(Arm arm) {
        List<String> reasons = new ArrayList<>();
        blocks.forEach((number, block) -> gates.failedBy(block.get(arm.name()))
                .forEach(reason -> reasons.add("block " + number + ": " + reason)));
        return reasons;
    }

    /** The figures of a metric, block by block, of the arms whose trial was valid there. */
    Blocks figures(Metric metric) {
        List<Map<String, Double>> figures = new ArrayList<>();
        for (var block : blocks.values()) {
            Map<String, Double> valid = new HashMap<>();
            block.forEach((arm, result) -> {
                if (gates.failedBy(result).isEmpty()) {
                    Figures.of(metric, result).ifPresent(figure -> valid.put(arm, figure));
                }
            });
            figures.add(valid);
        }
        return new Blocks(figures, metric.quantity().lowerIsBetter() ? Blocks.Better.LOWER : Blocks.Better.HIGHER);
    }
}
