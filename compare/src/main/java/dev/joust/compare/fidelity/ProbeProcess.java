package dev.joust.compare.fidelity;

import dev.joust.compare.process.JsonLineProcess;
import dev.joust.compare.process.TrialFailure;
import dev.joust.fidelity.ProbeAnswer;
import dev.joust.fidelity.ProbeOrder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One probe process: gives it its order, hears its answers, and ends it, whatever happens. For one thread. */
record ProbeProcess(JsonLineProcess<ProbeAnswer> dialogue) implements AutoCloseable {
    private static final JsonLineProcess.Tongue<ProbeAnswer> TONGUE =
            new JsonLineProcess.Tongue<>("probe process", ProbeAnswer.class, "answer");

    /** Starts the process and gives it its order. */
    static ProbeProcess start(List<String> command, ProbeOrder order) throws IOException {
        var started = new ProbeProcess(JsonLineProcess.with(command, TONGUE));
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
            case ProbeAnswer.Listening(int port) -> port;
            case ProbeAnswer.ProbeFailed(String reason) -> throw dialogue.failure(reason);
            case ProbeAnswer.ProbeSamples samples -> throw dialogue.failure("it measured before a client came");
        };
    }

    /**
     * Its last word.
     *
     * @throws TrialFailure when it fails, dies, says anything else, or takes too long
     */
    ProbeAnswer.ProbeSamples samples(Duration limit) throws TrialFailure, InterruptedException {
        return switch (next(limit)) {
            case ProbeAnswer.ProbeSamples samples -> samples;
            case ProbeAnswer.ProbeFailed(String reason) -> throw dialogue.failure(reason);
            case ProbeAnswer.Listening listening -> throw dialogue.failure("it listens, which nobody asked it to");
        };
    }

    private ProbeAnswer next(Duration limit) throws TrialFailure, InterruptedException {
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
