package dev.joust.compare.report;

import java.util.Locale;

/**
 * How thorough the session is.
 *
 * @param firstCompilerOnly whether the JVMs of the trials use the first JIT compiler (C1) alone
 * @param margin the share by which a winner beats every other arm, and within which arms tie
 * @param error the most probable that a verdict can be wrong by chance; 0 where nothing is judged
 * @param family whether that is the error of all claims together, not of each
 */
public record ProfileReport(String name, boolean firstCompilerOnly, double margin, double error, boolean family) {

    /** The profile and, where it matters, the compiler: {@code quick (first JIT compiler alone)}. */
    public String text() {
        return firstCompilerOnly ? name + " (first JIT compiler alone)" : name;
    }

    /** How many of so many verdicts may be wrong by chance, in one sentence; empty where nothing is judged. */
    String falseDecisions(long claims) {
        if (claims == 0 || error == 0) {
            return "";
        }
        if (claims == 1) {
            return String.format(Locale.ROOT, "The verdict may be wrong by chance, at most once in %.0f.", 1 / error);
        }
        return family
                ? String.format(
                        Locale.ROOT,
                        "The chance that any of the %d verdicts is wrong by chance is at most %.0f %%.",
                        claims,
                        100 * error)
                : String.format(
                        Locale.ROOT,
                        "Each verdict may be wrong by chance, at most once in %.0f: of %d, expect %.1f wrong at most.",
                        1 / error,
                        claims,
                        claims * error);
    }

    /** {@code 25 %}. */
    public String marginText() {
        return String.format(Locale.ROOT, "%.0f %%", 100 * margin);
    }
}
