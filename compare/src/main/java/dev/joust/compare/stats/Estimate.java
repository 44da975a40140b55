package dev.joust.compare.stats;

import java.util.Locale;

/**
 * The advantage of one model over another. It is the Hodges-Lehmann estimate (median of the Walsh averages) of the
 * log-ratio, with its exact Wilcoxon signed-rank interval. The values equal those of R's
 * {@code wilcox.test(d, conf.int = TRUE, exact = TRUE, conf.level = ...)}, with three exceptions:
 *
 * <ul>
 *   <li>The confidence is the exact coverage; R repeats the requested one.
 *   <li>Ties and zeros are kept, and the exact distribution is used. The closed interval then covers at least as often
 *       as it says; it may be too wide, never too narrow. R drops zeros and approximates.
 *   <li>With too few blocks for the confidence the interval spans all of the data, and {@link #achievable()} is false:
 *       it decides nothing. One block has the confidence 0.
 * </ul>
 *
 * @param logRatio the estimate, as a natural logarithm
 * @param logLow the lower end of the interval, inclusive
 * @param logHigh the upper end of the interval, inclusive
 * @param blocks the number of log-ratios
 * @param confidence of the interval
 */
public record Estimate(double logRatio, double logLow, double logHigh, int blocks, Confidence confidence) {

    public Estimate {
        if (!(logLow <= logRatio && logRatio <= logHigh)) {
            throw new IllegalArgumentException("an interval must contain its estimate: logLow=" + logLow + ", logRatio="
                    + logRatio + ", logHigh=" + logHigh);
        }
    }

    /**
     * Estimates from all blocks.
     *
     * @param confidence 1 - alpha, two-sided
     * @throws IllegalArgumentException without a block, with more than 1,000, or when a log-ratio is not finite: a
     *     model that did not take part has no ratio, neither zero nor infinity
     */
    public static Estimate of(LogRatios logRatios, double confidence) {
        Wilcoxon nullDistribution = logRatios.requireFinite().nullDistribution();
        int fromEitherEnd = Math.max(1, nullDistribution.quantile((1 - confidence) / 2));
        double achieved = 1 - 2 * nullDistribution.atMost(fromEitherEnd - 1);
        double[] walsh = logRatios.walshAverages();
        return new Estimate(
                Median.of(walsh).orElseThrow(),
                walsh[fromEitherEnd - 1],
                walsh[walsh.length - fromEitherEnd],
                logRatios.blocks(),
                new Confidence(confidence, achieved));
    }

    public double ratio() {
        return Math.exp(logRatio);
    }

    public double low() {
        return Math.exp(logLow);
    }

    public double high() {
        return Math.exp(logHigh);
    }

    /** Whether there are enough blocks for the requested confidence. */
    public boolean achievable() {
        return confidence.achievable();
    }

    /** The interval with four significant digits: {@code [1.472, 1.584]}. */
    String interval() {
        return String.format(Locale.ROOT, "[%.4g, %.4g]", low(), high());
    }

    /** The advantage of the other model. */
    public Estimate swapped() {
        return new Estimate(-logRatio, -logHigh, -logLow, blocks, confidence);
    }
}
