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

    /** In one line: {@code lock: the lock was held 98 % ...; against others: CPU 1.01 of 2 cores}. */
    String text() {
        return String.format(
                Locale.ROOT, "%s: %s%s", kind, because, against.isEmpty() ? "" : "; against others: " + against);
    }
}
