package dev.joust.compare.fidelity;

import dev.joust.compare.process.JsonLineProcess;
import dev.joust.compare.process.TrialFailure;
import dev.joust.fidelity.ProbeAnswer;
import dev.joust.fidelity.ProbeOrder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One probe process: sends its order, reads its answers, and ends it on close. For one thread. */
record ProbeProcess(JsonLineProcess<ProbeAnswer> child) implements AutoCloseable {
    private static final JsonLineProcess.Protocol<ProbeAnswer> PROTOCOL =
            new JsonLineProcess.Protocol<>("probe process", ProbeAnswer.class, "answer");

    /** Starts the process and sends its order. */
    static ProbeProcess start(List<String> command, ProbeOrder order) throws IOException, InterruptedException {
        var started = new ProbeProcess(JsonLineProcess.start(command, PROTOCOL));
        started.child.send(order);
        return started;
    }

    /**
     * Waits for the port on which a server is ready.
     *
     * @throws TrialFailure when it fails, ends early, prints anything else, or takes too long
     */
    int awaitPort(Duration limit) throws TrialFailure, InterruptedException {
        return switch (next(limit)) {
            case ProbeAnswer.Listening(int port) -> port;
            case ProbeAnswer.ProbeFailed(String reason) -> throw child.failure(reason);
            case ProbeAnswer.ProbeSamples samples -> throw child.failure("it measured before a client connected");
        };
    }

    /**
     * Waits for its measured values.
     *
     * @throws TrialFailure when it fails, ends early, prints anything else, or takes too long
     */
    ProbeAnswer.ProbeSamples awaitSamples(Duration limit) throws TrialFailure, InterruptedException {
        return switch (next(limit)) {
            case ProbeAnswer.ProbeSamples samples -> samples;
            case ProbeAnswer.ProbeFailed(String reason) -> throw child.failure(reason);
            case ProbeAnswer.Listening listening -> throw child.failure("it listens although it was not asked to");
        };
    }

    private ProbeAnswer next(Duration limit) throws TrialFailure, InterruptedException {
        var heard = child.next(limit.toNanos());
        if (heard.isEmpty()) {
            throw child.failure(String.format(Locale.ROOT, "no answer within %d s", limit.toSeconds()));
        }
        return heard.get();
    }

    @Override
    public void close() {
        child.close();
    }
}
