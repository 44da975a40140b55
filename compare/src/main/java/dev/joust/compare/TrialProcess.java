package dev.joust.compare;

import dev.joust.trial.Json;
import dev.joust.trial.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One trial process, in whatever language: starts it, gives it its order, hears its messages, and ends it with all of its children,
 * whatever happens. For one thread.
 */
final class TrialProcess implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(TrialProcess.class.getName());
    private static final Duration LEAVE = Duration.ofSeconds(2);

    private final Process process;
    private final OutputLines lines;
    private final LogTail log;

    private TrialProcess(Process process) {
        this.process = process;
        this.lines = new OutputLines(process.getInputStream());
        this.log = new LogTail(process.getErrorStream());
    }

    /** Starts the process. */
    static TrialProcess start(List<String> command) throws IOException {
        return new TrialProcess(Children.RUNNING.add(new ProcessBuilder(command).start()));
    }

    long pid() {
        return process.pid();
    }

    /** The end of its standard error so far. */
    String log() {
        return log.text();
    }

    /**
     * Gives the order and hears the messages until the last.
     *
     * @param limit how long it may take
     * @param messages told each message as it comes, on the calling thread
     * @return the last message: a measurement or a calibration
     * @throws TrialFailure when the process fails, dies, says what is no message, or takes too long
     */
    Message carryOut(Message.Order order, Duration limit, Consumer<Message> messages)
            throws TrialFailure, InterruptedException {
        give(order);
        long deadline = System.nanoTime() + limit.toNanos();
        String last = "nothing";
        while (true) {
            switch (lines.next(deadline - System.nanoTime())) {
                case OutputLines.Line(String text) -> {
                    var message = parsed(text);
                    last = "'" + message.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "'";
                    messages.accept(message);
                    switch (message) {
                        case Message.Measured m -> {
                            return m;
                        }
                        case Message.Calibrated c -> {
                            return c;
                        }
                        case Message.Rehearsed r -> {
                            return r;
                        }
                        case Message.Failed(String reason) -> throw new TrialFailure(reason, log());
                        case Message.Hello h -> {}
                        case Message.Answered a -> {}
                        case Message.Ready r -> {}
                        case Message.Window w -> {}
                        case Message.Order o -> throw notAMessage(text);
                    }
                }
                case OutputLines.End end -> throw died();
                case OutputLines.TooLong tooLong -> throw notAMessage(tooLong.start());
                case OutputLines.Nothing nothing ->
                    throw new TrialFailure(
                            "no measurement within %d s; the last that it said was %s"
                                    .formatted(limit.toSeconds(), last),
                            log());
            }
        }
    }

    private void give(Message.Order order) {
        try {
            process.getOutputStream().write((Json.line(order) + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            // It has closed its input, or is gone; what it said before, and its exit status, tell more than the broken
            // pipe.
            LOG.log(System.Logger.Level.DEBUG, "the order could not be given", e);
        }
    }

    private Message parsed(String text) throws TrialFailure {
        try {
            return Json.read(text, Message.class);
        } catch (IllegalArgumentException e) {
            throw notAMessage(text);
        }
    }

    private TrialFailure notAMessage(String text) {
        String shown = text.length() > 120 ? text.substring(0, 120) + "…" : text;
        return new TrialFailure("it said '%s', which is no message of the trial protocol".formatted(shown), log());
    }

    private TrialFailure died() throws InterruptedException {
        if (!process.waitFor(LEAVE.toMillis(), TimeUnit.MILLISECONDS)) {
            return new TrialFailure("it closed its standard output without a measurement", log());
        }
        log.ended();
        int status = process.exitValue();
        String how = status > 128
                ? "was killed by signal %d".formatted(status - 128)
                : "ended with exit status %d".formatted(status);
        return new TrialFailure("the trial process (pid %d) %s before it had measured".formatted(pid(), how), log());
    }

    /** Waits until it has left of its own will, for what it writes at its end. */
    boolean leftWithin(Duration time) throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    }

    /** Closes its standard input, and ends what is still there after that: the process and all of its children. */
    @Override
    public void close() {
        Children.leave(process);
    }
}
