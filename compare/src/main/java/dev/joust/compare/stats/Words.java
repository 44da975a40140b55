package dev.joust.compare.stats;

import java.util.Locale;

/** Reasons in words, the same in every locale. */
final class Words {

    private Words() {}

    static String of(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }

    static String interval(Estimate estimate) {
        return of("[%.4g, %.4g]", estimate.low(), estimate.high());
    }
}
