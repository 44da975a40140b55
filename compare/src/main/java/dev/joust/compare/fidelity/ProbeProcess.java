package dev.joust.compare.fidelity;

import dev.joust.compare.process.Dialogue;
import dev.joust.compare.process.TrialFailure;
import dev.joust.fidelity.Answer;
import dev.joust.fidelity.Order;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One probe process: gives it its order, hears its answers, and ends it, whatever happens. For one thread. */
record ProbeProcess(Dialogue<Answer> dialogue) implements AutoCloseable {
    private static final Dialogue.Tongue<Answer> TONGUE =
            new Dialogue.Tongue<>("probe process", Answer.class, "answer");

    /** Starts the process and gives it its order. */
    static ProbeProcess start(List<String> command, Order order) throws IOException {
        var started = new ProbeProcess(Dialogue.with(command, TONGUE));
        started.dialogue.give(order);
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
            case Answer.Failed(String reason) -> throw dialogue.failure(reason);
            case Answer.Samples samples -> throw dialogue.failure("it measured before a client came");
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
            case Answer.Failed(String reason) -> throw dialogue.failure(reason);
            case Answer.Listening listening -> throw dialogue.failure("it listens, which nobody asked it to");
        };
    }

    private Answer next(Duration limit) throws TrialFailure, InterruptedException {
        var heard = dialogue.next(limit.toNanos());
        if (heard.isEmpty()) {
            throw dialogue.failure("no answer within %d s".formatted(limit.toSeconds()));
        }
        return heard.get();
    }

    @Override
    public void close() {
        dialogue.close();
    }
}
