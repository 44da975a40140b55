package dev.joust.compare.stats;

import java.util.List;

/**
 * Two models of a scenario, compared block by block.
 *
 * @param advantage of {@code model} over {@code rival}: above 1 {@code model} is better
 * @param byMachine the same on each machine alone; empty where one machine ran all blocks
 */
public record PairedComparison(String model, String rival, Estimate advantage, List<MachineEstimate> byMachine) {

    public PairedComparison {
        if (model.equals(rival)) {
            throw new IllegalArgumentException("a model is not compared with itself under one name: " + model);
        }
    }

    /** On one machine. */
    public PairedComparison(String model, String rival, Estimate advantage) {
        this(model, rival, advantage, List.of());
    }

    /** Whether it compares these two, in either order. */
    public boolean between(String one, String other) {
        return model.equals(one) && rival.equals(other) || model.equals(other) && rival.equals(one);
    }

    /** The advantage of {@code one} of the two over the other. */
    public Estimate seenBy(String one) {
        return model.equals(one) ? advantage : advantage.swapped();
    }

    /** The advantage of {@code one} of the two over the other, machine by machine. */
    List<MachineEstimate> byMachineSeenBy(String one) {
        return model.equals(one)
                ? byMachine
                : byMachine.stream().map(MachineEstimate::swapped).toList();
    }
}
