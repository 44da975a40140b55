package dev.joust.scenario;

import java.util.Arrays;
import java.util.Locale;

/** The computations that a step can name. Each is the same function of (seed, units) in every runtime. */
public enum Kernel {
    /** A dependent chain of 64-bit integer mixing, without memory traffic and without instruction-level parallelism. */
    MIX,
    /** A segmented sieve of Eratosthenes, with memory traffic past the first-level cache. */
    SIEVE,
    /** PBKDF2-HMAC-SHA256, which CPython computes in C outside the lock. */
    PBKDF2,
    /** A small document that is parsed, changed and written: it allocates, so the collector takes part. */
    OBJECTS;

    /** The name used in scenario files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kernel of a label.
     *
     * @throws IllegalArgumentException when no kernel has the label; the message lists the known ones
     */
    public static Kernel labelled(String label) {
        return Arrays.stream(values())
                .filter(k -> k.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "unknown kernel '%s'; known: %s",
                        label,
                        String.join(
                                ", ", Arrays.stream(values()).map(Kernel::label).toList()))));
    }
}
