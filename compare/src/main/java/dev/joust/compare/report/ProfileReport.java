package dev.joust.compare.report;

import java.util.Locale;

/**
 * How thorough the session is.
 *
 * @param firstCompilerOnly whether the JVMs of the trials use the first JIT compiler (C1) alone
 * @param margin the share by which a winner beats every other arm, and within which arms tie
 */
public record ProfileReport(String name, boolean firstCompilerOnly, double margin) {

    /** The profile and, where it matters, the compiler: {@code quick (first JIT compiler alone)}. */
    public String text() {
        return firstCompilerOnly ? name + " (first JIT compiler alone)" : name;
    }

    /** {@code 25 %}. */
    String marginText() {
        return String.format(Locale.ROOT, "%.0f %%", 100 * margin);
    }
}
