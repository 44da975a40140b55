package dev.joust.processes;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The process of a worker: its three streams, and how it came to its end. */
final class WorkerProcess {
    private static final Duration TO_EXIT = Duration.ofMillis(500);
    private static final int LAST_SIGNAL = 64;
    private static final Duration TO_READ = Duration.ofMillis(500);

    private final Process process;
    private final FrameReader replies;
    private final FrameWriter orders;
    private final ErrorLogTail stderr;

    WorkerProcess(Process process, Traffic traffic, String name) {
        this.process = process;
        this.replies = new FrameReader(process.getInputStream(), traffic.fromWorkers());
        this.orders = new FrameWriter(process.getOutputStream(), traffic.toWorkers());
        this.stderr = new ErrorLogTail(process.getErrorStream(), name + "-stderr");
    }

    long pid() {
        return process.pid();
    }

    /**
     * Waits for the next reply; empty when the worker has closed its output, as it does when it ends.
     *
     * @throws BadFrameException when it is no reply
     */
    Optional<WorkerReply> reply() throws BadFrameException {
        Optional<FrameContent> content;
        try {
            content = replies.next();
        } catch (BadFrameException e) {
            throw e;
        } catch (IOException e) {
            // The JDK closes the pipes of a process that has ended; a read in that very moment finds no end but an
            // error ("Stream closed"). How it ended is what is to be told.
            return Optional.empty();
        }
        return content.isEmpty() ? Optional.empty() : Optional.of(WorkerReplyCodec.decode(content.get()));
    }

    /** Whether the next reply is there already. */
    boolean hasMore() {
        return replies.ready();
    }

    /** Writes one frame or several. A worker that cannot be written to is killed: whoever reads its replies then learns of it, as of any other end. */
    void order(byte[] frames) {
        try {
            orders.write(frames);
        } catch (IOException e) {
            kill();
        }
    }

    /** By its handle: {@link Process#destroyForcibly()} closes the pipes too, with the last words that nobody has read yet. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /**
     * Ends the process if it has not ended, waits for it, and says how it came to its end.
     *
     * @param cause what was wrong with it; empty when it was its output that ended
     */
    String end(Optional<String> cause) throws InterruptedException {
        if (cause.isPresent() || !process.waitFor(TO_EXIT.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
        int status = process.waitFor();
        var words = stderr.text(TO_READ);
        return "worker %d %s%s"
                .formatted(
                        pid(),
                        cause.map(c -> "was ended: " + c).orElseGet(() -> "ended: " + exit(status)),
                        words.isEmpty() ? "" : "; its last words: " + words);
    }

    private static String exit(int status) {
        return status > 128 && status <= 128 + LAST_SIGNAL
                ? "exit status %d (signal %d)".formatted(status, status - 128)
                : "exit status %d".formatted(status);
    }
}
