package dev.joust.compare.report;

import dev.joust.compare.stats.FigureEstimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/**
 * A figure with its interval.
 *
 * @param low empty where the interval is open, since an end lies beyond all that was measured
 * @param high as {@code low}
 * @param decides whether there are enough blocks for the confidence that the profile asks for
 */
public record FigureReport(double value, Optional<Double> low, Optional<Double> high, int blocks, boolean decides) {
    private static final int DIGITS = 10;

    /** The values of an estimate. */
    public static FigureReport of(FigureEstimate estimate) {
        return new FigureReport(
                rounded(estimate.value()),
                Optional.of(estimate.low()).filter(Double::isFinite).map(FigureReport::rounded),
                Optional.of(estimate.high()).filter(Double::isFinite).map(FigureReport::rounded),
                estimate.blocks(),
                estimate.achievable());
    }

    /** Without what a logarithm and its exponential leave of a whole number. */
    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue();
    }

    /** {@code 0.97 [0.95, 0.99]}; the figure alone, where the blocks are too few for an interval. */
    public String text() {
        return decides ? Numbers.figure(value) + " " + interval() : Numbers.figure(value);
    }

    /** {@code [0.95, 0.99]}; an open end has no number. */
    public String interval() {
        return decides
                ? String.format(
                        Locale.ROOT,
                        "[%s, %s]",
                        low.map(Numbers::figure).orElse("open"),
                        high.map(Numbers::figure).orElse("open"))
                : Numbers.ABSENT;
    }
}
