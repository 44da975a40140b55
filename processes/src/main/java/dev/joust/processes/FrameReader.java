package dev.joust.processes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Cuts a stream into frames, as many as come with one read. For one thread. */
final class FrameReader {
    /** The most bytes that may follow a length: text read as a length (say "Exce", 1,165,517,669) is past it, so it is found out at once. */
    static final int MOST = 1 << 20;

    /** Up to so much the JDK reads from a file without an allocation of its own. */
    private static final int USUAL = 8192;

    private final InputStream in;
    private final LongAdder bytes;
    private byte[] buffer = new byte[USUAL];
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
     * Waits for the next frame; empty when the stream ends between two frames. The content is good until the next call.
     *
     * @throws BadFrameException when it is cut short, empty or too long
     */
    Optional<FrameContent> next() throws IOException {
        if (!filled(Integer.BYTES)) {
            if (from == to) {
                return Optional.empty();
            }
            throw new BadFrameException("the stream ended within the length of a frame");
        }
        int length = length();
        if (length < 1 || length > MOST) {
            throw new BadFrameException(
                    "a frame of %d bytes; 1 to %d can be".formatted(Integer.toUnsignedLong(length), MOST));
        }
        if (!filled(Integer.BYTES + length)) {
            throw new BadFrameException(
                    "the stream ended after %d bytes of a frame of %d".formatted(to - from - Integer.BYTES, length));
        }
        var content = new FrameContent(ByteBuffer.wrap(buffer, from + Integer.BYTES, length));
        from += Integer.BYTES + length;
        bytes.add(Integer.BYTES + length);
        return Optional.of(content);
    }

    /** Whether {@link #next} would not wait: a whole frame is there, or something that is none. */
    boolean ready() {
        int there = to - from - Integer.BYTES;
        if (there < 0) {
            return false;
        }
        int length = length();
        return length < 1 || length > MOST || there >= length;
    }

    /** Waits for something to read without going to sleep, so long at most. */
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

    /** Reads on until so many bytes are there; false when the stream ends before. */
    private boolean filled(int needed) throws IOException {
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

    /** Room grows with what has come, not with what was announced. */
    private void makeRoom(int needed) {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, Math.max(needed, USUAL)));
        } else if (to == 0 && buffer.length > USUAL) {
            buffer = new byte[USUAL];
        }
    }
}
