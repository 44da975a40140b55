package dev.joust.processes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.LongAdder;

/** Writes whole frames, one or several with one write. For any number of threads. */
final class FrameWriter {
    /** What is held back is written when it is so long. */
    private static final int MOST_HELD_BACK = 4096;

    private final OutputStream out;
    private final LongAdder bytes;
    private final ByteArrayOutputStream heldBack = new ByteArrayOutputStream(2 * MOST_HELD_BACK);

    FrameWriter(OutputStream out, LongAdder bytes) {
        this.out = out;
        this.bytes = bytes;
    }

    /** Writes one frame or several, and what was held back before them. */
    synchronized void write(byte[] frames) throws IOException {
        heldBack.writeBytes(frames);
        bytes.add(heldBack.size());
        heldBack.writeTo(out);
        heldBack.reset();
        out.flush();
    }

    /** Keeps a frame for the next write. */
    synchronized void holdBack(byte[] frame) throws IOException {
        if (heldBack.size() + frame.length > MOST_HELD_BACK) {
            write(frame);
        } else {
            heldBack.writeBytes(frame);
        }
    }
}
