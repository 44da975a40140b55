package dev.joust.processes;

import dev.joust.trial.LogTail;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The process of a worker: its three streams, and how it ended. */
final class WorkerProcess {
    private static final Duration EXIT_GRACE = Duration.ofMillis(500);
    private static final Duration STDERR_GRACE = Duration.ofMillis(500);
    private static final int LAST_SIGNAL = 64;

    private final Process process;
    private final FrameReader replies;
    private final FrameWriter messages;
    private final LogTail stderr;

    WorkerProcess(Process process, Traffic traffic, String name) {
        this.process = process;
        this.replies = new FrameReader(process.getInputStream(), traffic.fromWorkers());
        this.messages = new FrameWriter(process.getOutputStream(), traffic.toWorkers());
        this.stderr = new LogTail(process.getErrorStream(), name + "-stderr");
    }

    /** @throws IOException when no process can be forked */
    static WorkerProcess fork(WorkerSpec spec, String name) throws IOException {
        var forked = spec.launcher().fork();
        try {
            return new WorkerProcess(forked, spec.traffic(), name);
        } catch (RuntimeException | Error e) { // nothing else knows the process yet
            forked.toHandle().destroyForcibly();
            throw e;
        }
    }

    long pid() {
        return process.pid();
    }

    /**
     * Waits for the next reply. Empty when the worker has closed its output, as it does when it ends.
     *
     * @throws BadFrameException when the bytes are no reply
     */
    Optional<WorkerReply> reply() throws BadFrameException {
        Optional<FrameContent> content;
        try {
            content = replies.next();
        } catch (BadFrameException e) {
            throw e;
        } catch (IOException e) {
            // The JDK closes the pipes of a process that has ended. A read at that moment fails with "Stream closed"
            // instead of finding the end. The exit status says how the process ended.
            return Optional.empty();
        }
        return content.isEmpty() ? Optional.empty() : Optional.of(WorkerReplyCodec.decode(content.get()));
    }

    /** Whether the next reply has been read already. */
    boolean hasMore() {
        return replies.ready();
    }

    /**
     * Writes one frame or several. Kills a worker that cannot be written to; the reader of its replies then sees the
     * end.
     */
    void send(byte[] frames) {
        send(List.of(frames));
    }

    /** As {@link #send(byte[])}, in pieces between which no other frame comes. */
    void send(List<byte[]> frames) {
        try {
            messages.write(frames);
        } catch (IOException e) {
            kill();
        }
    }

    /**
     * Kills by the handle: {@link Process#destroyForcibly()} would also close the pipes, and lose what was not read
     * yet.
     */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /**
     * Ends the process if it has not ended, waits for it, and says how it ended.
     *
     * @param cause what was wrong with it; empty when its output ended
     */
    String end(Optional<String> cause) throws InterruptedException {
        if (cause.isPresent() || !process.waitFor(EXIT_GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
        int status = process.waitFor();
        stderr.awaitEnd(STDERR_GRACE);
        var log = stderr.line();
        return String.format(
                Locale.ROOT,
                "worker %d %s%s",
                pid(),
                cause.map(c -> "was killed: " + c).orElseGet(() -> "ended: " + describe(status)),
                log.isEmpty() ? "" : "; its error log ends: " + log);
    }

    private static String describe(int status) {
        return status > 128 && status <= 128 + LAST_SIGNAL
                ? String.format(Locale.ROOT, "exit status %d (signal %d)", status, status - 128)
                : String.format(Locale.ROOT, "exit status %d", status);
    }
}
