package dev.joust.compare.report;

import java.util.Locale;

/**
 * Why an arm is as fast as it is.
 *
 * @param kind in one or two words, {@code not known} where no cause is named
 * @param because the figures that show it, or the reason why none is named
 * @param against the figures that speak against other causes
 */
public record CauseReport(String kind, String because, String against) {

    /** In one line, with the figures against other causes. */
    String text() {
        return String.format(Locale.ROOT, "%s%s", shortText(), against.isEmpty() ? "" : "; against others: " + against);
    }

    /** {@code lock: the lock was held 98 % of the window, 7.0 threads waited for it}. */
    String shortText() {
        return String.format(Locale.ROOT, "%s: %s", kind, because);
    }
}
