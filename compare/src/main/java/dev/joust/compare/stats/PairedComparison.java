package dev.joust.compare.stats;

/**
 * Two models of a scenario and by how much the first is ahead.
 *
 * @param advantage above 1 speaks for {@code model}, below for {@code rival}
 */
public record PairedComparison(String model, String rival, Estimate advantage) {

    public PairedComparison {
        if (model.equals(rival)) {
            throw new IllegalArgumentException("a model cannot meet itself under one name: " + model);
        }
    }

    boolean between(String one, String other) {
        return model.equals(one) && rival.equals(other) || model.equals(other) && rival.equals(one);
    }

    /** The advantage as {@code one} of the two sees it. */
    Estimate seenBy(String one) {
        return model.equals(one) ? advantage : advantage.swapped();
    }
}
