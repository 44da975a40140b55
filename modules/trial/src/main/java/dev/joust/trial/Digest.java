package dev.joust.trial;

import java.util.HexFormat;

/** The arithmetic that all runtimes share: seeds of units and steps, and the 64-bit digest of a unit's answers. */
public final class Digest {
    /** 2^64 divided by the golden ratio: the increment of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Digest() {}

    /** The finaliser of SplitMix64: a bijection in which every bit of the argument changes half of the bits of the result. */
    public static long mix64(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The seed of the i-th child of a seed: of a unit in its trial, of a step in its unit. */
    public static long child(long seed, long i) {
        return mix64(seed + (i + 1) * GOLDEN);
    }

    /** The digest after one more step's result; a unit's digest starts as its seed. */
    public static long fold(long digest, long result) {
        return mix64((digest ^ result) + GOLDEN);
    }

    /** A seed as the service's key: 16 lower-case hex digits. */
    public static String key(long seed) {
        return HexFormat.of().toHexDigits(seed);
    }
}
