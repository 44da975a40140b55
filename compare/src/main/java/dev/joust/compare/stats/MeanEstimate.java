package dev.joust.compare.stats;

import java.util.Locale;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of a few values and its error by Student's t distribution: JMH's {@code score} and {@code scoreError}. Joust
 * judges nothing by it, since it takes the values as normal and as independent of their block. It is what readers of
 * JMH's format expect there.
 *
 * @param error half of the interval; not a number with fewer than three values, as JMH has it
 */
public record MeanEstimate(double mean, double error) {
    /** The confidence of JMH's {@code scoreError}. */
    public static final double JMH_CONFIDENCE = 0.999;

    private static final int MIN_VALUES = 3;
    private static final Quantile QUANTILE =
            Quantile.withDefaults().withCopy(true).with(Quantile.EstimationMethod.HF6);

    /**
     * Estimates from values in any order.
     *
     * @param confidence 1 - alpha, two-sided
     * @throws IllegalArgumentException without a value
     */
    public static MeanEstimate of(double[] values, double confidence) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a mean needs a value");
        }
        double mean = Mean.of(values).getAsDouble();
        if (values.length < MIN_VALUES) {
            return new MeanEstimate(mean, Double.NaN);
        }
        double quantile = TDistribution.of(values.length - 1).inverseSurvivalProbability((1 - confidence) / 2);
        double deviation = StandardDeviation.of(values).getAsDouble();
        return new MeanEstimate(mean, quantile * deviation / Math.sqrt(values.length));
    }

    /** The lower end of the interval. */
    public double low() {
        return mean - error;
    }

    /** The upper end of the interval. */
    public double high() {
        return mean + error;
    }

    /**
     * A percentile of a few values, interpolated as JMH does: Hyndman and Fan's sixth definition.
     *
     * @param percent 0 to 100
     */
    public static double percentile(double[] values, double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a percentile is 0 to 100, found %s", percent));
        }
        return QUANTILE.evaluate(values, percent / 100);
    }
}
