package dev.joust.trial;

import java.nio.charset.StandardCharsets;

/**
 * The body that the service answers, computed independently of it. A block of 4,096 hex digits, the 256 words
 * {@code mix64(key + (i + 1) * golden)}, is repeated and cut to the length.
 */
public final class ServiceBody {
    /** The length in bytes of the block that repeats. */
    public static final int BLOCK = 4096;

    private ServiceBody() {}

    /** The block for a key. */
    public static byte[] block(long key) {
        var text = new StringBuilder(BLOCK);
        for (int i = 0; i < BLOCK / 16; i++) {
            text.append(Digest.key(Digest.child(key, i)));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The whole body for a key. */
    static byte[] whole(long key, int bytes) {
        byte[] whole = new byte[bytes];
        byte[] block = block(key);
        for (int from = 0; from < bytes; from += BLOCK) {
            System.arraycopy(block, 0, whole, from, Math.min(BLOCK, bytes - from));
        }
        return whole;
    }

    /** The result of a step that reads this body to its end. */
    public static long digest(long key, long bytes) {
        var digest = new BodyDigest();
        byte[] block = block(key);
        for (long left = bytes; left > 0; left -= BLOCK) {
            digest.update(block, 0, (int) Math.min(left, BLOCK));
        }
        return digest.value();
    }
}
