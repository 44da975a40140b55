package dev.joust.processes;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The content of a frame, read field by field. Trusts no length that it reads. */
final class FrameContent {
    private final ByteBuffer bytes;
    private final int length;

    FrameContent(ByteBuffer bytes) {
        this.bytes = bytes;
        this.length = bytes.remaining();
    }

    int u8() throws BadFrameException {
        return read(() -> bytes.get() & 0xFF);
    }

    int i32() throws BadFrameException {
        return read(bytes::getInt);
    }

    long i64() throws BadFrameException {
        return read(bytes::getLong);
    }

    double f64() throws BadFrameException {
        return read(bytes::getDouble);
    }

    String text() throws BadFrameException {
        int length = i32();
        if (length < 0 || length > bytes.remaining()) {
            throw new BadFrameException(String.format(
                    Locale.ROOT, "a text of %d bytes where %d remain in the frame", length, bytes.remaining()));
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** A copy of all bytes that are left. */
    ByteBuffer rest() {
        var copy = ByteBuffer.allocate(bytes.remaining()).put(bytes);
        return copy.flip();
    }

    /** Checks that nothing is left, and returns the value. */
    <T> T requireEnd(T value) throws BadFrameException {
        if (bytes.hasRemaining()) {
            throw new BadFrameException(String.format(
                    Locale.ROOT,
                    "%d bytes too many in the frame of a %s",
                    bytes.remaining(),
                    value.getClass().getSimpleName()));
        }
        return value;
    }

    private interface FieldReader<T> {
        T get();
    }

    private <T> T read(FieldReader<T> field) throws BadFrameException {
        try {
            return field.get();
        } catch (BufferUnderflowException e) {
            throw new BadFrameException(String.format(Locale.ROOT, "the frame's %d bytes are too few", length));
        }
    }
}
