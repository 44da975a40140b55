package dev.joust.compare.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the valid trials of a scenario measured, block by block. A model is missing from a block's map where its trial
 * is invalid or where it did not take part: it has no value there, neither a slow nor a fast one.
 *
 * @param metrics one map per block, from model to a value above 0
 * @param better whether lower or higher values are better
 */
public record Blocks(List<Map<String, Double>> metrics, Better better) {

    /** Which of two values is the better one. */
    public enum Better {
        LOWER,
        HIGHER
    }

    public Blocks {
        metrics = metrics.stream().map(Map::copyOf).toList();
        for (Map<String, Double> block : metrics) {
            block.forEach((model, value) -> {
                if (!(value > 0 && Double.isFinite(value))) {
                    throw new IllegalArgumentException("a ratio needs values above 0: " + model + "=" + value
                            + "; leave out a model that has none");
                }
            });
        }
    }

    /** The models with a value in at least one block. */
    public Set<String> participants() {
        return metrics.stream()
                .flatMap(block -> block.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The median of a model's values; empty where it has none. */
    public OptionalDouble median(String model) {
        return Median.of(metrics.stream()
                .filter(block -> block.containsKey(model))
                .mapToDouble(block -> block.get(model))
                .toArray());
    }

    /** One log-ratio per block in which both have a value; above 0 where {@code model} is better. */
    public double[] advantages(String model, String rival) {
        int sign = better == Better.HIGHER ? 1 : -1;
        return metrics.stream()
                .filter(block -> block.containsKey(model) && block.containsKey(rival))
                .mapToDouble(block -> sign * Math.log(block.get(model) / block.get(rival)))
                .toArray();
    }

    /** Every pair that shares a block, compared over all blocks that it shares. */
    public List<PairedComparison> comparisons(double confidence) {
        List<String> models = List.copyOf(participants());
        List<PairedComparison> comparisons = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            for (int j = i + 1; j < models.size(); j++) {
                double[] advantages = advantages(models.get(i), models.get(j));
                if (advantages.length > 0) {
                    comparisons.add(
                            new PairedComparison(models.get(i), models.get(j), Estimate.of(advantages, confidence)));
                }
            }
        }
        return comparisons;
    }
}
