package dev.joust.trial;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * The result of a step that reads bytes: their number in the upper 32 bits, their CRC-32 in the lower 32. Both the JDK
 * and CPython's standard library compute CRC-32 in native code, so it costs the models alike. For one thread at a time.
 */
public final class BodyDigest {
    private final CRC32 crc = new CRC32();
    private long length;

    /** Adds bytes. */
    public void update(byte[] bytes, int offset, int count) {
        crc.update(bytes, offset, count);
        length += count;
    }

    /** Adds the remaining bytes of the buffer and consumes them. */
    public void update(ByteBuffer bytes) {
        length += bytes.remaining();
        crc.update(bytes);
    }

    /** The number of bytes so far. */
    public long length() {
        return length;
    }

    /** The result so far. */
    public long value() {
        return length << 32 | crc.getValue();
    }
}
