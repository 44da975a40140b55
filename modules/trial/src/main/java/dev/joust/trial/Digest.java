package dev.joust.trial;

import java.util.HexFormat;

/** The arithmetic that all runtimes share: seeds of units and steps, and the 64-bit digest of a unit's results. */
public final class Digest {
    /** 2^64 divided by the golden ratio: the increment of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Digest() {}

    /** The finaliser of SplitMix64: a bijection where flipping one input bit flips about half of the output bits. */
    public static long mix64(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The seed of the i-th child: of a unit within its trial, of a step within its unit. */
    public static long child(long seed, long i) {
        return mix64(seed + (i + 1) * GOLDEN);
    }

    /** The digest with one more result folded in. A unit's digest starts as its seed. */
    public static long fold(long digest, long result) {
        return mix64((digest ^ result) + GOLDEN);
    }

    /** A seed as the key of a request: 16 lower-case hex digits. */
    public static String key(long seed) {
        return HexFormat.of().toHexDigits(seed);
    }
}
