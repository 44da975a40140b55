package dev.joust.trial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * Reads the standard error of a process to its end, so that the process never blocks on it, and keeps the last
 * {@value #KEPT_BYTES} bytes. Reads on a daemon thread of its own. Safe for any thread.
 */
public final class LogTail {
    /** How many bytes are kept. */
    public static final int KEPT_BYTES = 4096;

    private final Thread reader;
    private byte[] tail = new byte[0];
    private String broken = "";

    /**
     * Starts to read.
     *
     * @param threadName the name of the reading thread
     */
    public LogTail(InputStream in, String threadName) {
        reader = Thread.ofPlatform().daemon().name(threadName).start(() -> readAll(in));
    }

    /** Waits for the end of the stream, up to this limit: a child of the process may keep the pipe open. */
    public void awaitEnd(Duration limit) throws InterruptedException {
        reader.join(limit);
    }

    /** What is kept so far. */
    public synchronized String text() {
        return new String(tail, StandardCharsets.UTF_8).strip();
    }

    /** What is kept so far, on one line, with a note where reading failed. */
    public synchronized String line() {
        return (text() + broken).strip().replaceAll("\\s*\\R\\s*", " / ");
    }

    private void readAll(InputStream in) {
        var buffer = new byte[KEPT_BYTES];
        try (in) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                keep(buffer, count);
            }
        } catch (IOException e) {
            breakOff(e);
        }
    }

    private synchronized void keep(byte[] more, int count) {
        byte[] all = Arrays.copyOf(tail, tail.length + count);
        System.arraycopy(more, 0, all, tail.length, count);
        tail = Arrays.copyOfRange(all, Math.max(0, all.length - KEPT_BYTES), all.length);
    }

    private synchronized void breakOff(IOException e) {
        broken = "\n(standard error broke off: " + e.getMessage() + ")";
    }
}
