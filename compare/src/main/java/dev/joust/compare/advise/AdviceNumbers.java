package dev.joust.compare.advise;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Figures of an advice for a reader: three significant digits at most. */
final class AdviceNumbers {
    private static final MathContext DIGITS = new MathContext(3);

    private AdviceNumbers() {}

    /** {@code 0.84}, {@code 120}. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "no limit";
        }
        var rounded = new BigDecimal(value).round(Math.abs(value) >= 100 ? new MathContext(4) : DIGITS);
        return value == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** {@code 208 ms}, {@code 0.35 ms}, {@code 12 s}. */
    static String time(double seconds) {
        double millis = seconds * 1e3;
        double rounded = millis >= 100 ? Math.round(millis) : Math.round(millis * 1e3) / 1e3;
        return seconds >= 10 ? number(seconds) + " s" : number(rounded) + " ms";
    }

    /** {@code 84 %}; of more than all the number of times. */
    static String share(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
