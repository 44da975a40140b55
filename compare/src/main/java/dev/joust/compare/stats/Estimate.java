package dev.joust.compare.stats;

import java.util.Arrays;

/**
 * By how much one model is ahead of another: the Hodges-Lehmann estimate (median of the Walsh averages) of the
 * log-ratio with its exact Wilcoxon signed-rank interval. The figures of R's
 * {@code wilcox.test(d, conf.int = TRUE, exact = TRUE, conf.level = ...)}, except that
 *
 * <ul>
 *   <li>the confidence shown is the exact coverage, where R repeats what was asked for;
 *   <li>ties and zeros are kept and the exact distribution is used all the same. The closed interval then covers at
 *       least as often as it says, and is if anything too wide (R drops zeros and approximates);
 *   <li>with too few blocks for the confidence the interval is the widest there is, all of the data, and
 *       {@link #achievable()} is false: nothing may be concluded from it. One block has the confidence 0.
 * </ul>
 *
 * @param logRatio the estimate, as a natural logarithm
 * @param logLow the lower end of the interval, inclusive
 * @param logHigh the upper end of the interval, inclusive
 * @param blocks how many log-ratios there were
 * @param confidence how sure the interval is
 */
public record Estimate(double logRatio, double logLow, double logHigh, int blocks, Confidence confidence) {

    public Estimate {
        if (!(logLow <= logRatio && logRatio <= logHigh)) {
            throw new IllegalArgumentException("an interval must hold its estimate: logLow=" + logLow + ", logRatio="
                    + logRatio + ", logHigh=" + logHigh);
        }
    }

    /**
     * @param logRatios one a block, all of them, in any order
     * @param confidence 1 - alpha, two-sided
     * @throws IllegalArgumentException without a block, beyond 60, or when a log-ratio is not finite: a model that did
     *     not take part has no ratio, neither zero nor infinity
     */
    public static Estimate of(double[] logRatios, double confidence) {
        requireFinite(logRatios);
        Wilcoxon nullDistribution = Wilcoxon.of(logRatios.length);
        int fromEitherEnd = Math.max(1, nullDistribution.quantile((1 - confidence) / 2));
        double achieved = 1 - 2 * nullDistribution.atMost(fromEitherEnd - 1);
        double[] walsh = walshAverages(logRatios);
        return new Estimate(
                median(walsh),
                walsh[fromEitherEnd - 1],
                walsh[walsh.length - fromEitherEnd],
                logRatios.length,
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

    /** Whether there were blocks enough for the confidence that was asked for. */
    public boolean achievable() {
        return confidence.achievable();
    }

    /** The same blocks seen by the other model. */
    public Estimate swapped() {
        return new Estimate(-logRatio, -logHigh, -logLow, blocks, confidence);
    }

    private static void requireFinite(double[] logRatios) {
        for (double logRatio : logRatios) {
            if (!Double.isFinite(logRatio)) {
                throw new IllegalArgumentException("a log-ratio must be finite: " + Arrays.toString(logRatios));
            }
        }
    }

    private static double[] walshAverages(double[] values) {
        double[] averages = new double[values.length * (values.length + 1) / 2];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i; j < values.length; j++) {
                averages[next++] = (values[i] + values[j]) / 2;
            }
        }
        Arrays.sort(averages);
        return averages;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
