package dev.joust.compare.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/** Numbers as text, the same in every locale. */
public final class Numbers {
    /** The text for a value that is not available. */
    static final String ABSENT = "n/a";

    private static final int SIGNIFICANT_DIGITS = 4;

    private Numbers() {}

    /**
     * A whole number as it is, another one with four significant digits. From 1,000 on no decimals; never an
     * exponent.
     */
    public static String figure(double value) {
        if (Math.abs(value) >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : rounded(value).toPlainString();
    }

    private static BigDecimal rounded(double value) {
        var rounded = new BigDecimal(value).round(new MathContext(SIGNIFICANT_DIGITS));
        return rounded.setScale(rounded.scale() + SIGNIFICANT_DIGITS - rounded.precision());
    }

    static String figure(Optional<Double> value) {
        return value.map(Numbers::figure).orElse(ABSENT);
    }

    /** A lower bound. */
    static String atLeast(double value) {
        return "\u2265 " + figure(value);
    }

    /** The value with its unit. */
    static String figure(Optional<Double> value, String unit) {
        return value.map(known -> figure(known) + " " + unit).orElse(ABSENT);
    }

    /** Two decimals below 10, one below 100, then none. */
    static String ratio(double value) {
        String format = value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, value);
    }

    static String percent(Optional<Double> share) {
        return share.map(known -> String.format(Locale.ROOT, known < 0.01 ? "%.1f %%" : "%.0f %%", 100 * known))
                .orElse(ABSENT);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
