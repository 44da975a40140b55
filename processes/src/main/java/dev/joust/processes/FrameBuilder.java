package dev.joust.processes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Builds one frame, length first. {@code DataOutputStream} would not make it shorter: its {@code writeUTF} is another
 * format, each of its writes declares an IOException, and the length is known last.
 */
final class FrameBuilder {
    private ByteBuffer buffer = ByteBuffer.allocate(32);

    FrameBuilder(byte kind) {
        buffer.putInt(0).put(kind);
    }

    FrameBuilder u8(int value) {
        room(Byte.BYTES).put((byte) value);
        return this;
    }

    FrameBuilder i32(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    FrameBuilder i64(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    FrameBuilder f64(double value) {
        room(Double.BYTES).putDouble(value);
        return this;
    }

    FrameBuilder bytes(ByteBuffer value) {
        room(value.remaining()).put(value);
        return this;
    }

    FrameBuilder text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        i32(bytes.length).room(bytes.length).put(bytes);
        return this;
    }

    /**
     * The whole frame.
     *
     * @throws IllegalArgumentException when it is longer than a reader takes
     */
    byte[] frame() {
        int length = buffer.position() - Integer.BYTES;
        if (length > FrameReader.MAX_FRAME_BYTES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a frame of %d bytes is too long; must be at most %d",
                    length,
                    FrameReader.MAX_FRAME_BYTES));
        }
        return Arrays.copyOf(buffer.putInt(0, length).array(), buffer.position());
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int size = Math.max(buffer.capacity() * 2, buffer.position() + bytes);
            buffer = ByteBuffer.allocate(size).put(buffer.flip());
        }
        return buffer;
    }
}
