package dev.joust.compare.process;

import dev.joust.compare.machine.ChildProcesses;
import dev.joust.trial.Json;
import dev.joust.trial.JvmVariables;
import dev.joust.trial.LogTail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A child process in any language that exchanges messages with this one, one line of JSON each. Closing it ends the
 * process and all of its children. For one thread.
 *
 * @param <M> the messages of the child
 */
public final class JsonLineProcess<M> implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(JsonLineProcess.class.getName());
    private static final Duration EXIT_GRACE = Duration.ofSeconds(2);
    private static final int MAX_SHOWN = 120;
    private static final Duration LOG_GRACE = Duration.ofMillis(500);

    private final Process process;
    private final Protocol<M> protocol;
    private final OutputLines lines;
    private final LogTail log;

    /**
     * The messages of a kind of process.
     *
     * @param process the name of such a process in failures
     * @param type the type of its messages
     * @param message the name of a message in failures
     */
    public record Protocol<M>(String process, Class<M> type, String message) {}

    private JsonLineProcess(Process process, Protocol<M> protocol) {
        this.process = process;
        this.protocol = protocol;
        this.lines = new OutputLines(process.getInputStream());
        this.log = new LogTail(process.getErrorStream(), "log-tail");
    }

    /**
     * Starts the process.
     *
     * @throws InterruptedException when this program is being stopped
     */
    public static <M> JsonLineProcess<M> start(List<String> command, Protocol<M> protocol)
            throws IOException, InterruptedException {
        return start(command, protocol, RunningChildren.RUNNING);
    }

    /**
     * Starts the process among other children than those that end with this JVM at once.
     *
     * @throws InterruptedException when the children are closed
     */
    static <M> JsonLineProcess<M> start(List<String> command, Protocol<M> protocol, ChildProcesses children)
            throws IOException, InterruptedException {
        return new JsonLineProcess<>(children.start(JvmVariables.builder(command)), protocol);
    }

    /** Waits for the end of the process, however long that takes. */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    long pid() {
        return process.pid();
    }

    /** The end of its standard error until now. */
    String log() {
        return log.text();
    }

    /** Sends a message. If the process has ended, the next read reports it. */
    public void send(Object message) {
        try {
            process.getOutputStream().write((Json.line(message) + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            // The process has closed its input or ended. Its output and exit status tell more than the broken pipe.
            LOG.log(System.Logger.Level.DEBUG, "the message could not be sent", e);
        }
    }

    /**
     * Waits for its next message; empty when none comes in that time.
     *
     * @throws TrialFailure when the process ends, or prints a line that is no message of this protocol
     */
    public Optional<M> next(long nanos) throws TrialFailure, InterruptedException {
        return switch (lines.next(nanos)) {
            case OutputLines.OutputLine(String text) -> Optional.of(parsed(text));
            case OutputLines.EndOfOutput end -> throw ended();
            case OutputLines.OverlongLine(String start) -> throw unexpected(start);
            case OutputLines.NoOutput none -> Optional.empty();
        };
    }

    private M parsed(String text) throws TrialFailure {
        try {
            return Json.read(text, protocol.type());
        } catch (IllegalArgumentException e) {
            throw unexpected(text);
        }
    }

    /** The failure of a process that printed a line which is no message, or no message of its own. */
    TrialFailure unexpected(String text) {
        return failure(String.format(
                Locale.ROOT,
                "it said '%s', which is no %s",
                text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text,
                protocol.message()));
    }

    private TrialFailure ended() throws InterruptedException {
        if (!process.waitFor(EXIT_GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
            return failure("it closed its standard output without a measurement");
        }
        log.awaitEnd(LOG_GRACE);
        int status = process.exitValue();
        String how = status > 128
                ? String.format(Locale.ROOT, "was killed by signal %d", status - 128)
                : String.format(Locale.ROOT, "ended with exit status %d", status);
        return failure(String.format(
                Locale.ROOT, "the %s (pid %d) %s before it had measured", protocol.process(), pid(), how));
    }

    /** A failure of this process, with the end of its standard error. */
    public TrialFailure failure(String reason) {
        return new TrialFailure(reason, log());
    }

    /**
     * Closes its standard input and waits for its normal exit, since it may write files at its end. False when it is
     * late or fails.
     */
    public boolean exitsWithin(Duration limit) throws IOException, InterruptedException {
        return RunningChildren.exitsWithin(process, limit);
    }

    /** Waits for the end that it comes to without being told. False when it is late or fails. */
    public boolean endsWithin(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    }

    /** Closes its standard input, then ends the process and its children if they still live. */
    @Override
    public void close() {
        RunningChildren.stop(process);
    }
}
