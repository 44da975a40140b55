package dev.joust.processes;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.LongAdder;

/** Writes whole frames, each at once. For any number of threads. */
final class FrameWriter {
    private final OutputStream out;
    private final LongAdder bytes;

    FrameWriter(OutputStream out, LongAdder bytes) {
        this.out = out;
        this.bytes = bytes;
    }

    synchronized void write(byte[] frame) throws IOException {
        out.write(frame);
        out.flush();
        bytes.add(frame.length);
    }
}
