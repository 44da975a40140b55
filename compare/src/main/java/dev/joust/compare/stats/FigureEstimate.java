package dev.joust.compare.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * A figure that each block gives once, such as a coefficient of a law: the Hodges-Lehmann estimate over the blocks and
 * its exact signed-rank interval, as {@link Estimate} has them of log-ratios.
 *
 * <p>A block may only know that its figure lies below or above all that was measured. It then gives an infinity. An end
 * of the interval that would rest on such blocks is infinite: the interval is open there. Where two blocks disagree
 * about the side, each end takes the one that makes the interval wider.
 *
 * @param value the estimate
 * @param low the lower end of the interval, inclusive; negative infinity where it is open
 * @param high the upper end of the interval, inclusive; positive infinity where it is open
 * @param blocks the number of figures
 */
public record FigureEstimate(double value, double low, double high, int blocks, Confidence confidence) {

    /**
     * Estimates from the figures of all blocks.
     *
     * @param confidence 1 - alpha, two-sided
     * @return empty without a figure, and where so many are infinite that the estimate is
     */
    static Optional<FigureEstimate> of(double[] figures, double confidence) {
        if (figures.length == 0) {
            return Optional.empty();
        }
        if (Arrays.stream(figures).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("a figure must be a number: " + Arrays.toString(figures));
        }
        var nullDistribution = Wilcoxon.of(figures.length);
        int fromEitherEnd = Math.max(1, nullDistribution.quantile((1 - confidence) / 2));
        double achieved = 1 - 2 * nullDistribution.atMost(fromEitherEnd - 1);
        double[] lowest = WalshAverages.sorted(figures, Double.NEGATIVE_INFINITY);
        double[] highest = WalshAverages.sorted(figures, Double.POSITIVE_INFINITY);
        double least = Median.of(lowest).orElseThrow();
        double most = Median.of(highest).orElseThrow();
        if (!Double.isFinite(least) || !Double.isFinite(most)) {
            return Optional.empty();
        }
        return Optional.of(new FigureEstimate(
                least + (most - least) / 2,
                lowest[fromEitherEnd - 1],
                highest[highest.length - fromEitherEnd],
                figures.length,
                new Confidence(confidence, achieved)));
    }

    /** Whether there are enough blocks for the requested confidence. */
    public boolean achievable() {
        return confidence.achievable();
    }

    /** Whether an end of the interval lies beyond all that was measured. */
    public boolean open() {
        return Double.isInfinite(low) || Double.isInfinite(high);
    }

    /** Whether the interval contains this value. */
    public boolean contains(double other) {
        return low <= other && other <= high;
    }

    /** The exponential of value and ends, for figures that are logarithms. */
    FigureEstimate exp() {
        return new FigureEstimate(Math.exp(value), Math.exp(low), Math.exp(high), blocks, confidence);
    }
}
