package dev.joust.reactive;

import dev.joust.scenario.Step;
import dev.joust.trial.BodyDigest;
import dev.joust.trial.Checkpoint;
import dev.joust.trial.TaskBody;
import java.io.IOException;
import java.util.function.Supplier;

/** Runs every step on the thread that calls it, without a lock. */
final class LoopStepExecutor implements StepExecutor {
    private final TaskBody body;
    private final Supplier<FileBody> files;

    /** For the loop's thread alone. */
    static LoopStepExecutor onLoop(TaskBody body) {
        var files = new FileBody();
        return new LoopStepExecutor(body, () -> files);
    }

    /** @param files gives a reader that the calling thread may use */
    LoopStepExecutor(TaskBody body, Supplier<FileBody> files) {
        this.body = body;
        this.files = files;
    }

    @Override
    public long execute(Step step, long seed) throws IOException {
        return switch (step) {
            case Step.Compute c -> body.compute(c, seed, Checkpoint.NONE);
            case Step.Native n -> body.nativeWork(n, seed);
            case Step.Monitor m -> body.inMonitor(m, seed);
            case Step.Spin s -> body.spin(s, Checkpoint.NONE);
            case Step.FileRead f -> files.get().digest(body.file(f));
            case Step.Payload p -> digest(body.payload(p));
            case Step.Request r -> throw waits(r);
            case Step.Sleep s -> throw waits(s);
        };
    }

    private static long digest(byte[] payload) {
        var digest = new BodyDigest();
        digest.update(payload, 0, payload.length);
        return digest.value();
    }

    private static IllegalArgumentException waits(Step step) {
        return new IllegalArgumentException("a step that waits is not executed: " + step);
    }
}
