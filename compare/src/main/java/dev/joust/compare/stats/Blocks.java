package dev.joust.compare.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The figures of a scenario, block by block: what each valid trial measured. A model whose trial was invalid, or that
 * did not take part, is absent from the block's map; it has no figure there, neither a slow nor a fast one.
 *
 * @param metrics a map a block, from model to a figure above 0
 * @param better which way the metric points
 */
public record Blocks(List<Map<String, Double>> metrics, Better better) {

    /** Which of two figures is the better one. */
    public enum Better {
        LOWER,
        HIGHER
    }

    public Blocks {
        metrics = metrics.stream().map(Map::copyOf).toList();
        for (Map<String, Double> block : metrics) {
            block.forEach((model, figure) -> {
                if (!(figure > 0 && Double.isFinite(figure))) {
                    throw new IllegalArgumentException("a ratio needs figures above 0: " + model + "=" + figure
                            + "; leave out a model that has none");
                }
            });
        }
    }

    /** The models with a figure in one block at least. */
    public Set<String> participants() {
        return metrics.stream()
                .flatMap(block -> block.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A log-ratio for each block in which both have a figure; above 0 where {@code model} was better. */
    public double[] advantages(String model, String rival) {
        int sign = better == Better.HIGHER ? 1 : -1;
        return metrics.stream()
                .filter(block -> block.containsKey(model) && block.containsKey(rival))
                .mapToDouble(block -> sign * Math.log(block.get(model) / block.get(rival)))
                .toArray();
    }

    /** Every pair that shares a block, with all the blocks that it shares. */
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
