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
     * Estimates from the figures of all blocks. Those of several machines are averaged within a machine alone, as
     * {@link LogRatios} are.
     *
     * @param confidence 1 - alpha, two-sided
     * @return empty without a figure, and where so many are infinite that the estimate is
     */
    static Optional<FigureEstimate> of(BlockFigures figures, double confidence) {
        int blocks = figures.values().length;
        if (blocks == 0) {
            return Optional.empty();
        }
        if (Arrays.stream(figures.values()).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("a figure must be a number: " + Arrays.toString(figures.values()));
        }
        var strata = figures.byStratum();
        var nullDistribution =
                Wilcoxon.of(strata.stream().mapToInt(values -> values.length).toArray());
        int fromEitherEnd = Math.max(1, nullDistribution.quantile((1 - confidence) / 2));
        double achieved = 1 - 2 * nullDistribution.atMost(fromEitherEnd - 1);
        double[] lowest = WalshAverages.sorted(strata, Double.NEGATIVE_INFINITY);
        double[] highest = WalshAverages.sorted(strata, Double.POSITIVE_INFINITY);
        double least = Median.of(lowest).orElseThrow();
        double most = Median.of(highest).orElseThrow();
        if (!Double.isFinite(least) || !Double.isFinite(most)) {
            return Optional.empty();
        }
        return Optional.of(new FigureEstimate(
                least + (most - least) / 2,
                lowest[fromEitherEnd - 1],
                highest[highest.length - fromEitherEnd],
                blocks,
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
