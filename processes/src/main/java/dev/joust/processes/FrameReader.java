package dev.joust.processes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Cuts a stream into frames. Reads as many as the stream has ready. For one thread. */
final class FrameReader {
    /** The most bytes that may follow a length. Text read as a length is far past it: "Exce" reads as 1,165,517,669. */
    static final int MAX_FRAME_BYTES = 1 << 20;

    /** The most that the JDK reads from a file without an allocation of its own. */
    private static final int BUFFER_BYTES = 8192;

    private final InputStream in;
    private final LongAdder bytes;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;

    /**
     * @param in need not be buffered
     * @param bytes where the bytes of frames are counted
     */
    FrameReader(InputStream in, LongAdder bytes) {
        this.in = in;
        this.bytes = bytes;
    }

    /**
     * Waits for the next frame. Empty when the stream ends between two frames. The content is valid until the next
     * call.
     *
     * @throws BadFrameException when it is cut short, empty or too long
     */
    Optional<FrameContent> next() throws IOException {
        if (!fill(Integer.BYTES)) {
            if (from == to) {
                return Optional.empty();
            }
            throw new BadFrameException("the stream ended within the length of a frame");
        }
        int length = length();
        if (length < 1 || length > MAX_FRAME_BYTES) {
            throw new BadFrameException(String.format(
                    Locale.ROOT,
                    "a frame of %d bytes; must be 1 to %d",
                    Integer.toUnsignedLong(length),
                    MAX_FRAME_BYTES));
        }
        if (!fill(Integer.BYTES + length)) {
            throw new BadFrameException(String.format(
                    Locale.ROOT,
                    "the stream ended after %d bytes of a frame of %d",
                    to - from - Integer.BYTES,
                    length));
        }
        var content = new FrameContent(ByteBuffer.wrap(buffer, from + Integer.BYTES, length));
        from += Integer.BYTES + length;
        bytes.add(Integer.BYTES + length);
        return Optional.of(content);
    }

    /** Whether {@link #next} would not wait: a whole frame has been read, or a length that cannot be. */
    boolean ready() {
        int bytesAfterLength = to - from - Integer.BYTES;
        if (bytesAfterLength < 0) {
            return false;
        }
        int length = length();
        return length < 1 || length > MAX_FRAME_BYTES || bytesAfterLength >= length;
    }

    /** Polls until there is something to read, for this time at most. The thread does not sleep. */
    void spin(long nanos) throws IOException {
        if (nanos > 0 && !ready()) {
            long begin = System.nanoTime();
            while (in.available() == 0 && System.nanoTime() - begin < nanos) {
                Thread.onSpinWait();
            }
        }
    }

    private int length() {
        return ByteBuffer.wrap(buffer, from, Integer.BYTES).getInt();
    }

    /** Reads until the buffer has this many bytes. False when the stream ends before. */
    private boolean fill(int needed) throws IOException {
        while (to - from < needed) {
            makeRoom(needed);
            int n = in.read(buffer, to, buffer.length - to);
            if (n < 0) {
                return false;
            }
            to += n;
        }
        return true;
    }

    /** The buffer grows with the bytes that have come, not with the length that a frame claims. */
    private void makeRoom(int needed) {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, Math.max(needed, BUFFER_BYTES)));
        } else if (to == 0 && buffer.length > BUFFER_BYTES) {
            buffer = new byte[BUFFER_BYTES];
        }
    }
}
