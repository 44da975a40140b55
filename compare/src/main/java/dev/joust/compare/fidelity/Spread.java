package dev.joust.compare.fidelity;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The spread of a figure over the rounds.
 *
 * @param rounds how many rounds have the figure
 */
public record Spread(double median, double least, double most, int rounds) {
    private static final double CONFIDENCE = 0.9;

    /** The spread of the finite values; empty when there is none. */
    static Optional<Spread> of(double[] values) {
        return between(finite(values), 0);
    }

    /**
     * The spread of the finite values in the middle; empty when there is none. With a confidence of at least 90 % they
     * span the median of all rounds that could be run: the exact interval of the sign test, so fewer than five values
     * all count, and of eleven the third to the ninth.
     */
    static Optional<Spread> ofMiddle(double[] values) {
        double[] known = finite(values);
        int leftOut = BinomialDistribution.of(known.length, 0.5).inverseCumulativeProbability((1 - CONFIDENCE) / 2) - 1;
        return between(known, Math.max(0, leftOut));
    }

    /** The spread of one value. */
    static Spread ofOne(double value) {
        return new Spread(value, value, value, 1);
    }

    private static double[] finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    }

    private static Optional<Spread> between(double[] sorted, int leftOut) {
        int last = sorted.length - 1 - leftOut;
        return sorted.length == 0
                ? Optional.empty()
                : Optional.of(new Spread(percentile(sorted, 50), sorted[leftOut], sorted[last], last + 1 - leftOut));
    }

    /** The percentile by linear interpolation, R's type 7; NaN of no values. */
    static double percentile(double[] values, double percent) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = percent / 100 * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
