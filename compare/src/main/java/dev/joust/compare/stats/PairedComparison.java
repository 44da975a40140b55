package dev.joust.compare.stats;

/**
 * Two models of a scenario, compared block by block.
 *
 * @param advantage of {@code model} over {@code rival}: above 1 {@code model} is better
 */
public record PairedComparison(String model, String rival, Estimate advantage) {

    public PairedComparison {
        if (model.equals(rival)) {
            throw new IllegalArgumentException("a model is not compared with itself under one name: " + model);
        }
    }

    /** Whether it compares these two, in either order. */
    public boolean between(String one, String other) {
        return model.equals(one) && rival.equals(other) || model.equals(other) && rival.equals(one);
    }

    /** The advantage of {@code one} of the two over the other. */
    public Estimate seenBy(String one) {
        return model.equals(one) ? advantage : advantage.swapped();
    }
}
