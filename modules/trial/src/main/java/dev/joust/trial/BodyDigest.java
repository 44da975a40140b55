package dev.joust.trial;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * The result of a step that reads bytes, piece by piece: their number in the upper half, their CRC-32 in the lower. CRC-32 because
 * both the JDK and CPython's standard library have it in native code, so it costs the models alike. For one thread at a time.
 */
public final class BodyDigest {
    private final CRC32 crc = new CRC32();
    private long length;

    /** Adds a piece. */
    public void update(byte[] bytes, int offset, int count) {
        crc.update(bytes, offset, count);
        length += count;
    }

    /** Adds what remains in the buffer, and leaves nothing remaining. */
    public void update(ByteBuffer bytes) {
        length += bytes.remaining();
        crc.update(bytes);
    }

    /** How many bytes there were so far. */
    public long length() {
        return length;
    }

    /** The result so far. */
    public long value() {
        return length << 32 | crc.getValue();
    }
}
