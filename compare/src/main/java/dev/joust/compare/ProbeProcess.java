package dev.joust.compare;

import dev.joust.fidelity.Answer;
import dev.joust.fidelity.Order;
import dev.joust.trial.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One probe process, in whatever language: gives it its order, hears its answers, ends it. For one thread. */
final class ProbeProcess implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ProbeProcess.class.getName());
    private static final Duration LEAVE = Duration.ofSeconds(2);
    private static final int SHOWN = 120;

    private final Process process;
    private final OutputLines lines;
    private final LogTail log;

    private ProbeProcess(Process process) {
        this.process = process;
        this.lines = new OutputLines(process.getInputStream());
        this.log = new LogTail(process.getErrorStream());
    }

    /** Starts the process and gives it its order. */
    static ProbeProcess start(List<String> command, Order order) throws IOException {
        var started = new ProbeProcess(Children.RUNNING.add(new ProcessBuilder(command).start()));
        started.give(order);
        return started;
    }

    /**
     * The port on which a server is ready.
     *
     * @throws TrialFailure when it fails, dies, says anything else, or takes too long
     */
    int port(Duration limit) throws TrialFailure, InterruptedException {
        return switch (next(limit)) {
            case Answer.Listening(int port) -> port;
            case Answer.Failed(String reason) -> throw failure(reason);
            case Answer.Samples samples -> throw failure("it measured before a client came");
        };
    }

    /**
     * Its last word.
     *
     * @throws TrialFailure when it fails, dies, says anything else, or takes too long
     */
    Answer.Samples samples(Duration limit) throws TrialFailure, InterruptedException {
        return switch (next(limit)) {
            case Answer.Samples samples -> samples;
            case Answer.Failed(String reason) -> throw failure(reason);
            case Answer.Listening listening -> throw failure("it listens, which nobody asked it to");
        };
    }

    private Answer next(Duration limit) throws TrialFailure, InterruptedException {
        return switch (lines.next(limit.toNanos())) {
            case OutputLines.Line(String text) -> parsed(text);
            case OutputLines.End end -> throw died();
            case OutputLines.TooLong(String start) -> throw notAnAnswer(start);
            case OutputLines.Nothing nothing -> throw failure("no answer within %d s".formatted(limit.toSeconds()));
        };
    }

    private void give(Order order) {
        try {
            process.getOutputStream().write((Json.line(order) + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            // It is gone; its exit status tells more than the broken pipe.
            LOG.log(System.Logger.Level.DEBUG, "the order could not be given", e);
        }
    }

    private Answer parsed(String text) throws TrialFailure {
        try {
            return Json.read(text, Answer.class);
        } catch (IllegalArgumentException e) {
            throw notAnAnswer(text);
        }
    }

    private TrialFailure notAnAnswer(String text) {
        return failure("it said '%s', which is no answer"
                .formatted(text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text));
    }

    private TrialFailure died() throws InterruptedException {
        if (!process.waitFor(LEAVE.toMillis(), TimeUnit.MILLISECONDS)) {
            return failure("it closed its standard output without an answer");
        }
        int status = process.exitValue();
        return failure(
                status > 128
                        ? "it was killed by signal %d".formatted(status - 128)
                        : "it ended with exit status %d".formatted(status));
    }

    private TrialFailure failure(String reason) {
        return new TrialFailure(reason, log.text());
    }

    /** Closes its standard input, and ends what is still there after that. */
    @Override
    public void close() {
        Children.leave(process);
    }
}
