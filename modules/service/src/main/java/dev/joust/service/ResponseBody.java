package dev.joust.service;

import java.nio.charset.StandardCharsets;

/**
 * The body for a key: 256 words of SplitMix64 (Steele, Lea and Flood, 2014) seeded with the key, each as 16 lower-case
 * hex digits, repeated and cut to the length. A client can compute every byte itself.
 *
 * @param key the seed
 * @param length the length in bytes
 */
record ResponseBody(long key, long length) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int WORD = 16;
    private static final int BLOCK = 256 * WORD;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** The first {@code size} bytes of the body. It repeats every 4,096 bytes. */
    byte[] start(int size) {
        byte[] bytes = new byte[size];
        int fresh = Math.min(size, BLOCK);
        long state = key;
        for (int at = 0; at < fresh; at += WORD) {
            state += GOLDEN;
            hex(mix64(state), bytes, at, Math.min(WORD, fresh - at));
        }
        for (int at = BLOCK; at < size; at += BLOCK) {
            System.arraycopy(bytes, 0, bytes, at, Math.min(BLOCK, size - at));
        }
        return bytes;
    }

    private static void hex(long word, byte[] bytes, int at, int digits) {
        for (int i = 0; i < digits; i++) {
            bytes[at + i] = HEX[(int) (word >>> 60 - 4 * i) & 0xF];
        }
    }

    private static long mix64(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
