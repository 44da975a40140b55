package dev.joust.scenario;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * What is expected of two arms over the values of a sweep: at small values the first is ahead or ties, at large values
 * the second is ahead. The crossover is the value from which the second is ahead by the factor.
 *
 * @param predicted where the crossover is expected
 * @param because the mechanism, in a sentence
 * @param declared the file and line of the claim
 */
public record CrossoverClaim(Between between, Prediction predicted, String because, Claim.Source declared) {

    /**
     * The two arms.
     *
     * @param arm ahead at small values, or tied
     * @param other ahead at large values
     * @param by the factor by which the other is ahead beyond the crossover, 1 or more
     */
    public record Between(String arm, String other, double by) {}

    /**
     * A value of the sweep's parameter.
     *
     * @param label as the file writes it
     */
    public record Prediction(double value, String label) {}

    /** {@code crossover of vertx-loop and virtual-threads at 45 %}; the factor stands behind it, where it is not 1. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                between.by() == 1 ? "crossover of %s and %s at %s" : "crossover of %s and %s at %s, by %sx",
                between.arm(),
                between.other(),
                predicted.label(),
                BigDecimal.valueOf(between.by()).stripTrailingZeros().toPlainString());
    }
}
