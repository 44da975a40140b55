package dev.joust.processes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Writes whole frames, one or several with one write. For any number of threads. */
final class FrameWriter {
    private static final int MAX_HELD_BACK_BYTES = 4096;

    private final OutputStream out;
    private final LongAdder bytes;
    private final ByteArrayOutputStream heldBack = new ByteArrayOutputStream(2 * MAX_HELD_BACK_BYTES);

    FrameWriter(OutputStream out, LongAdder bytes) {
        this.out = out;
        this.bytes = bytes;
    }

    /** Writes what was held back, then these frames, one or several. */
    synchronized void write(byte[] frames) throws IOException {
        heldBack.writeBytes(frames);
        bytes.add(heldBack.size());
        heldBack.writeTo(out);
        heldBack.reset();
        out.flush();
    }

    /** Writes these one after the other, as {@link #write(byte[])} does. Nothing else comes between them. */
    synchronized void write(List<byte[]> pieces) throws IOException {
        for (var piece : pieces) {
            write(piece);
        }
    }

    /** Keeps a frame for the next write. Writes at once what would be too long to keep. */
    synchronized void holdBack(byte[] frame) throws IOException {
        if (heldBack.size() + frame.length > MAX_HELD_BACK_BYTES) {
            write(frame);
        } else {
            heldBack.writeBytes(frame);
        }
    }
}
