package dev.joust.compare.process;

import dev.joust.trial.Json;
import dev.joust.trial.LogTail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A child process, in whatever language, and what is said to and by it, one line of JSON each; ended with all of its children, whatever
 * happens. For one thread.
 *
 * @param <M> what it says
 */
public final class JsonLineProcess<M> implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(JsonLineProcess.class.getName());
    private static final Duration LEAVE = Duration.ofSeconds(2);
    private static final Duration LOG_GRACE = Duration.ofMillis(500);
    private static final int SHOWN = 120;

    private final Process process;
    private final Tongue<M> tongue;
    private final OutputLines lines;
    private final LogTail log;

    /**
     * What is spoken.
     *
     * @param speaker who says it, as a reader of a failure should call it
     * @param type what it says
     * @param line what one line is called
     */
    public record Tongue<M>(String speaker, Class<M> type, String line) {}

    private JsonLineProcess(Process process, Tongue<M> tongue) {
        this.process = process;
        this.tongue = tongue;
        this.lines = new OutputLines(process.getInputStream());
        this.log = new LogTail(process.getErrorStream(), "log-tail");
    }

    /** Starts the process. */
    public static <M> JsonLineProcess<M> with(List<String> command, Tongue<M> tongue) throws IOException {
        return new JsonLineProcess<>(RunningChildren.RUNNING.add(new ProcessBuilder(command).start()), tongue);
    }

    long pid() {
        return process.pid();
    }

    /** The end of its standard error so far. */
    String log() {
        return log.text();
    }

    /** Gives it its order. That it is gone is told by the next thing that it does not say. */
    public void give(Object order) {
        try {
            process.getOutputStream().write((Json.line(order) + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            // It has closed its input, or is gone; what it said before, and its exit status, tell more than the broken
            // pipe.
            LOG.log(System.Logger.Level.DEBUG, "the order could not be given", e);
        }
    }

    /**
     * What it says next; empty when it says nothing for that long.
     *
     * @throws TrialFailure when it dies, or says what is no line of this tongue
     */
    public Optional<M> next(long nanos) throws TrialFailure, InterruptedException {
        return switch (lines.next(nanos)) {
            case OutputLines.Line(String text) -> Optional.of(parsed(text));
            case OutputLines.End end -> throw died();
            case OutputLines.TooLong(String start) -> throw senseless(start);
            case OutputLines.Nothing nothing -> Optional.empty();
        };
    }

    private M parsed(String text) throws TrialFailure {
        try {
            return Json.read(text, tongue.type());
        } catch (IllegalArgumentException e) {
            throw senseless(text);
        }
    }

    /** What it said is not for it to say. */
    TrialFailure senseless(String text) {
        return failure("it said '%s', which is no %s"
                .formatted(text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text, tongue.line()));
    }

    private TrialFailure died() throws InterruptedException {
        if (!process.waitFor(LEAVE.toMillis(), TimeUnit.MILLISECONDS)) {
            return failure("it closed its standard output without a measurement");
        }
        log.awaitEnd(LOG_GRACE);
        int status = process.exitValue();
        String how = status > 128
                ? "was killed by signal %d".formatted(status - 128)
                : "ended with exit status %d".formatted(status);
        return failure("the %s (pid %d) %s before it had measured".formatted(tongue.speaker(), pid(), how));
    }

    /** A failure with the end of its standard error. */
    public TrialFailure failure(String reason) {
        return new TrialFailure(reason, log());
    }

    /** Waits until it has left of its own will, for what it writes at its end. */
    public boolean leftWithin(Duration time) throws IOException, InterruptedException {
        return RunningChildren.leftWithin(process, time);
    }

    /** Closes its standard input, and ends what is still there after that: the process and all of its children. */
    @Override
    public void close() {
        RunningChildren.leave(process);
    }
}
