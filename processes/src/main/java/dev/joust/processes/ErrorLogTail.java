package dev.joust.processes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Reads a stream to its end, so that nobody who writes to it is held up, and keeps the last of it. */
final class ErrorLogTail {
    static final int KEPT = 4096;

    private final Thread thread;
    private byte[] last = {};

    ErrorLogTail(InputStream in, String name) {
        thread = Thread.ofPlatform().daemon().name(name).start(() -> drain(in));
    }

    private void drain(InputStream in) {
        byte[] piece = new byte[KEPT];
        try (in) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                keep(piece, n);
            }
        } catch (IOException e) {
            byte[] why = ("(standard error broke off: " + e.getMessage() + ")").getBytes(StandardCharsets.UTF_8);
            keep(why, why.length);
        }
    }

    private synchronized void keep(byte[] piece, int length) {
        int old = Math.min(last.length, KEPT - Math.min(KEPT, length));
        byte[] joined = Arrays.copyOfRange(last, last.length - old, last.length - old + old + length);
        System.arraycopy(piece, 0, joined, old, length);
        last = joined;
    }

    /** What was kept, on one line, once the stream has ended or the patience has. */
    String text(Duration patience) throws InterruptedException {
        thread.join(patience);
        synchronized (this) {
            return new String(last, StandardCharsets.UTF_8).strip().replaceAll("\\s*\\R\\s*", " / ");
        }
    }
}
