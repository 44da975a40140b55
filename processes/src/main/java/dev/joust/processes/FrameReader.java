package dev.joust.processes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Cuts a stream into frames. For one thread. */
final class FrameReader {
    /** The most bytes that may follow a length: text read as a length (say "Exce", 1,165,517,669) is past it, so it is found out at once. */
    static final int MOST = 1 << 20;

    private final InputStream in;
    private final LongAdder bytes;

    /**
     * @param in buffered, for the length is read by itself
     * @param bytes where the bytes read are counted
     */
    FrameReader(InputStream in, LongAdder bytes) {
        this.in = in;
        this.bytes = bytes;
    }

    /**
     * Waits for the next frame; empty when the stream ends between two frames.
     *
     * @throws BadFrameException when it is cut short, empty or too long
     */
    Optional<FrameContent> next() throws IOException {
        byte[] length = in.readNBytes(Integer.BYTES);
        if (length.length == 0) {
            return Optional.empty();
        }
        if (length.length < Integer.BYTES) {
            throw new BadFrameException("the stream ended within the length of a frame");
        }
        return Optional.of(new FrameContent(content(ByteBuffer.wrap(length).getInt())));
    }

    private byte[] content(int length) throws IOException {
        if (length < 1 || length > MOST) {
            throw new BadFrameException(
                    "a frame of %d bytes; 1 to %d can be".formatted(Integer.toUnsignedLong(length), MOST));
        }
        byte[] content = in.readNBytes(length); // grows with what comes, not with what was announced
        if (content.length < length) {
            throw new BadFrameException(
                    "the stream ended after %d bytes of a frame of %d".formatted(content.length, length));
        }
        bytes.add(Integer.BYTES + length);
        return content;
    }
}
