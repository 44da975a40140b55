package dev.joust.compare.process;

import dev.joust.trial.Json;
import dev.joust.trial.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** One trial process: gives it its order, hears its messages, and ends it, whatever happens. For one thread. */
public record TrialProcess(JsonLineProcess<Message> dialogue) implements AutoCloseable {
    private static final JsonLineProcess.Tongue<Message> TONGUE =
            new JsonLineProcess.Tongue<>("trial process", Message.class, "message of the trial protocol");

    /** Starts the process. */
    public static TrialProcess start(List<String> command) throws IOException {
        return new TrialProcess(JsonLineProcess.with(command, TONGUE));
    }

    /**
     * Gives the order and hears the messages until the last.
     *
     * @param limit how long it may take
     * @param messages told each message as it comes, on the calling thread
     * @return the last message: a measurement or a calibration
     * @throws TrialFailure when the process fails, dies, says what is no message, or takes too long
     */
    public Message carryOut(Message.Order order, Duration limit, Consumer<Message> messages)
            throws TrialFailure, InterruptedException {
        dialogue.give(order);
        long deadline = System.nanoTime() + limit.toNanos();
        String last = "nothing";
        while (true) {
            var heard = dialogue.next(deadline - System.nanoTime());
            if (heard.isEmpty()) {
                throw dialogue.failure(
                        "no measurement within %d s; the last that it said was %s".formatted(limit.toSeconds(), last));
            }
            var message = heard.get();
            last = "'" + message.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "'";
            messages.accept(message);
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
                case Message.OrderFailed(String reason) -> throw dialogue.failure(reason);
                case Message.Hello h -> {}
                case Message.Answered a -> {}
                case Message.Ready r -> {}
                case Message.WindowMark w -> {}
                case Message.Order o -> throw dialogue.senseless(Json.line(o));
            }
        }
    }

    public long pid() {
        return dialogue.pid();
    }

    /** The end of its standard error so far. */
    public String log() {
        return dialogue.log();
    }

    /** Waits until it has left of its own will, for what it writes at its end. */
    public boolean leftWithin(Duration time) throws IOException, InterruptedException {
        return dialogue.leftWithin(time);
    }

    @Override
    public void close() {
        dialogue.close();
    }
}
