package dev.joust.compare.process;

import dev.joust.trial.Json;
import dev.joust.trial.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One trial process: sends its order, reads its messages, and ends it on close. For one thread. */
public record TrialProcess(JsonLineProcess<Message> child) implements EndingProcess, AutoCloseable {
    private static final JsonLineProcess.Protocol<Message> PROTOCOL =
            new JsonLineProcess.Protocol<>("trial process", Message.class, "message of the trial protocol");

    /** Learns of each message of a trial process, at once. */
    @FunctionalInterface
    public interface MessageListener {
        void receive(Message message) throws TrialFailure, InterruptedException;
    }

    /**
     * Starts the process.
     *
     * @throws InterruptedException when this program is being stopped
     */
    public static TrialProcess start(List<String> command) throws IOException, InterruptedException {
        return new TrialProcess(JsonLineProcess.start(command, PROTOCOL));
    }

    /**
     * Sends the order and reads messages until the last. The process waits at each mark of its window until the
     * consumer has returned.
     *
     * @param limit how long it may take
     * @param messages receives each message at once, on the calling thread
     * @return the last message: a measurement or a calibration
     * @throws TrialFailure when the process fails, ends early, prints a line that is no message, or takes too long
     */
    public Message carryOut(Message.Order order, Duration limit, MessageListener messages)
            throws TrialFailure, InterruptedException {
        child.send(order);
        long deadline = System.nanoTime() + limit.toNanos();
        String last = "none";
        while (true) {
            var heard = child.next(deadline - System.nanoTime());
            if (heard.isEmpty()) {
                throw child.failure(String.format(
                        Locale.ROOT, "no measurement within %d s; its last message: %s", limit.toSeconds(), last));
            }
            var message = heard.get();
            last = "'" + message.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "'";
            messages.receive(message);
            switch (message) {
                case Message.Measured m -> {
                    return m;
                }
                case Message.Calibrated c -> {
                    return c;
                }
                case Message.CacheTrained r -> {
                    return r;
                }
                case Message.OrderFailed(String reason) -> throw child.failure(reason);
                case Message.Hello h -> {}
                case Message.Answered a -> {}
                case Message.Ready r -> {}
                case Message.WindowMark w -> child.send(new Message.UsageRead());
                case Message.UsageRead r -> throw child.unexpected(Json.line(r));
                case Message.Serving s -> throw child.unexpected(Json.line(s));
                case Message.MarkWindow m -> throw child.unexpected(Json.line(m));
                case Message.Marked m -> throw child.unexpected(Json.line(m));
                case Message.Finish f -> throw child.unexpected(Json.line(f));
                case Message.Served s -> throw child.unexpected(Json.line(s));
                case Message.Order o -> throw child.unexpected(Json.line(o));
            }
        }
    }

    public long pid() {
        return child.pid();
    }

    /** The end of its standard error until now. */
    public String log() {
        return child.log();
    }

    /**
     * Closes its standard input and waits for its normal exit, since it may write files at its end. False when it is
     * late or fails.
     */
    public boolean exitsWithin(Duration limit) throws IOException, InterruptedException {
        return child.exitsWithin(limit);
    }

    @Override
    public boolean endsWithin(Duration limit) throws InterruptedException {
        return child.endsWithin(limit);
    }

    @Override
    public void close() {
        child.close();
    }
}
