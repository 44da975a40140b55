package dev.joust.scenario;

import java.util.Arrays;
import java.util.Locale;

/** The computations that a step can ask for; each is the same function of (seed, units) in every runtime. */
public enum Kernel {
    /** A dependent chain of 64-bit integer mixing: no memory traffic, no instruction-level parallelism. */
    MIX,
    /** A segmented sieve of Eratosthenes: memory traffic past the first-level cache. */
    SIEVE,
    /** PBKDF2-HMAC-SHA256: what a C extension does outside the lock. */
    PBKDF2;

    /** The name used in scenario files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kernel of a label.
     *
     * @throws IllegalArgumentException when there is none; the message lists the known ones
     */
    public static Kernel labelled(String label) {
        return Arrays.stream(values())
                .filter(k -> k.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown kernel '%s'; known: %s"
                        .formatted(
                                label,
                                String.join(
                                        ", ",
                                        Arrays.stream(values())
                                                .map(Kernel::label)
                                                .toList()))));
    }
}
