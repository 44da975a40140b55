package dev.joust.compare.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/** Numbers as people read them, the same in every locale. */
final class Numbers {
    /** What stands where nothing is known. */
    static final String ABSENT = "n/a";

    private static final int DIGITS = 4;

    private Numbers() {}

    /** Whole numbers as they are, others with four significant digits, from a thousand on with none behind the point; no exponent. */
    static String figure(double value) {
        if (Math.abs(value) >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : rounded(value).toPlainString();
    }

    private static BigDecimal rounded(double value) {
        var rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        return rounded.setScale(rounded.scale() + DIGITS - rounded.precision());
    }

    static String figure(Optional<Double> value) {
        return value.map(Numbers::figure).orElse(ABSENT);
    }

    /** With its unit. */
    static String figure(Optional<Double> value, String unit) {
        return value.map(known -> figure(known) + " " + unit).orElse(ABSENT);
    }

    /** Two decimals while these can be believed. */
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
