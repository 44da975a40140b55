package dev.joust.compare.fidelity;

import java.util.Arrays;
import java.util.Optional;

/**
 * The spread of a figure over the rounds.
 *
 * @param rounds how many rounds have the figure
 */
public record Spread(double median, double least, double most, int rounds) {

    /** The spread of the finite values; empty when there is none. */
    static Optional<Spread> of(double[] values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return known.length == 0
                ? Optional.empty()
                : Optional.of(new Spread(percentile(known, 50), known[0], known[known.length - 1], known.length));
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
