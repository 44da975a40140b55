package dev.joust.compare.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the valid trials of a scenario measured, block by block. A model is missing from a block's map where its trial
 * is invalid or where it did not take part: it has no value there, neither a slow nor a fast one.
 *
 * @param metrics one map per block, from model to a value above 0
 * @param strata where each block ran
 * @param better whether lower or higher values are better
 */
public record Blocks(List<Map<String, Double>> metrics, List<Stratum> strata, Better better) {

    /** Which of two values is the better one. */
    public enum Better {
        LOWER,
        HIGHER
    }

    public Blocks {
        metrics = metrics.stream().map(Map::copyOf).toList();
        strata = List.copyOf(strata);
        if (strata.size() != metrics.size()) {
            throw new IllegalArgumentException(
                    "each block has a stratum: " + metrics.size() + " blocks, " + strata.size() + " strata");
        }
        for (Map<String, Double> block : metrics) {
            block.forEach((model, value) -> {
                if (!(value > 0 && Double.isFinite(value))) {
                    throw new IllegalArgumentException("a ratio needs values above 0: " + model + "=" + value
                            + "; leave out a model that has none");
                }
            });
        }
    }

    /** Blocks of one machine. */
    public Blocks(List<Map<String, Double>> metrics, Better better) {
        this(metrics, Collections.nCopies(metrics.size(), Stratum.ONLY), better);
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

    /** The machines that ran a block, by name. */
    public SortedSet<String> machines() {
        return strata.stream().map(Stratum::machine).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The blocks of these strata alone. */
    public Blocks where(Predicate<Stratum> wanted) {
        int[] kept = IntStream.range(0, strata.size())
                .filter(i -> wanted.test(strata.get(i)))
                .toArray();
        return new Blocks(
                IntStream.of(kept).mapToObj(metrics::get).toList(),
                IntStream.of(kept).mapToObj(strata::get).toList(),
                better);
    }

    /** One value per block in which the model has one. */
    public BlockFigures values(String model) {
        int[] known = IntStream.range(0, metrics.size())
                .filter(i -> metrics.get(i).containsKey(model))
                .toArray();
        return new BlockFigures(
                IntStream.of(known).mapToDouble(i -> metrics.get(i).get(model)).toArray(),
                IntStream.of(known).mapToObj(strata::get).toList());
    }

    /** One log-ratio per block in which both have a value; above 0 where {@code model} is better. */
    public BlockFigures logRatios(String model, String rival) {
        int sign = better == Better.HIGHER ? 1 : -1;
        int[] shared = IntStream.range(0, metrics.size())
                .filter(i -> metrics.get(i).containsKey(model) && metrics.get(i).containsKey(rival))
                .toArray();
        return new BlockFigures(
                IntStream.of(shared)
                        .mapToDouble(i -> sign
                                * Math.log(metrics.get(i).get(model)
                                        / metrics.get(i).get(rival)))
                        .toArray(),
                IntStream.of(shared).mapToObj(strata::get).toList());
    }

    /** The same by stratum, to be judged. */
    public LogRatios advantages(String model, String rival) {
        return new LogRatios(logRatios(model, rival).byStratum());
    }

    /** The advantage of a model over another on each machine alone; empty where all blocks are of one machine. */
    public List<MachineEstimate> byMachine(String model, String rival, double confidence) {
        var machines = machines();
        if (machines.size() < 2) {
            return List.of();
        }
        List<MachineEstimate> estimates = new ArrayList<>();
        for (var machine : machines) {
            var advantages = where(stratum -> stratum.machine().equals(machine)).advantages(model, rival);
            if (!advantages.isEmpty()) {
                estimates.add(new MachineEstimate(machine, Estimate.of(advantages, confidence)));
            }
        }
        return estimates;
    }

    /** Every pair that shares a block, compared over all blocks that it shares. */
    public List<PairedComparison> comparisons(double confidence) {
        List<String> models = List.copyOf(participants());
        List<PairedComparison> comparisons = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            for (int j = i + 1; j < models.size(); j++) {
                var advantages = advantages(models.get(i), models.get(j));
                if (!advantages.isEmpty()) {
                    comparisons.add(new PairedComparison(
                            models.get(i),
                            models.get(j),
                            Estimate.of(advantages, confidence),
                            byMachine(models.get(i), models.get(j), confidence)));
                }
            }
        }
        return comparisons;
    }
}
