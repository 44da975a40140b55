package dev.joust.compare.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Reads a process's standard error so that it never blocks, and keeps the end of it. For any thread. */
public final class LogTail {
    private static final int KEPT = 4096;

    private byte[] tail = new byte[0];
    private final Thread reader;

    public LogTail(InputStream in) {
        reader = Thread.ofVirtual().name("log-tail").start(() -> readAll(in));
    }

    /** Waits for what a process that has ended wrote last; its children may hold the pipe open, so not for long. */
    public void ended() throws InterruptedException {
        reader.join(Duration.ofMillis(500));
    }

    public synchronized String text() {
        return new String(tail, StandardCharsets.UTF_8).strip();
    }

    private void readAll(InputStream in) {
        var buffer = new byte[1 << 13];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                keep(buffer, count);
            }
        } catch (IOException e) {
            keep(new byte[0], 0); // the pipe of a process that was killed: what there was is kept
        }
    }

    private synchronized void keep(byte[] more, int count) {
        byte[] all = Arrays.copyOf(tail, tail.length + count);
        System.arraycopy(more, 0, all, tail.length, count);
        tail = Arrays.copyOfRange(all, Math.max(0, all.length - KEPT), all.length);
    }
}
