package dev.joust.compare.versus;

import dev.joust.compare.stats.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Differences in percent, with two significant digits. */
final class Percent {
    private static final MathContext NEAREST = new MathContext(2, RoundingMode.HALF_EVEN);
    private static final MathContext UP = new MathContext(2, RoundingMode.UP);
    private static final int LEAST_SHOWN_DIGIT = 1;

    private Percent() {}

    /** By how much the first is better: {@code 12 % [9, 15]}. */
    static String advantage(Estimate estimate) {
        return String.format(
                Locale.ROOT,
                "%s %% [%s, %s]",
                of(estimate.ratio() - 1, NEAREST),
                of(estimate.low() - 1, NEAREST),
                of(estimate.high() - 1, NEAREST));
    }

    /** The largest difference in the interval, either way, as a share. */
    static double largest(Estimate estimate) {
        return Math.max(estimate.high(), 1 / estimate.low()) - 1;
    }

    /** A bound, rounded up so that it stays one: {@code 6 %}. */
    static String bound(double share) {
        return of(share, UP) + " %";
    }

    /** A share, to the nearest: {@code 6 %}. */
    static String share(double share) {
        return of(share, NEAREST) + " %";
    }

    private static String of(double share, MathContext digits) {
        var percent = BigDecimal.valueOf(share).movePointRight(2).round(digits);
        return percent.scale() > LEAST_SHOWN_DIGIT
                ? percent.setScale(LEAST_SHOWN_DIGIT, digits.getRoundingMode()).toPlainString()
                : percent.stripTrailingZeros().toPlainString();
    }
}
