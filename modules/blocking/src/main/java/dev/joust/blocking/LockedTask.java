package dev.joust.blocking;

import dev.joust.scenario.Step;
import dev.joust.trial.TaskBody;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Runs the steps that do not wait, on a thread that holds the lock. Native work and file reads release it. */
public record LockedTask(TaskBody body, RunLock lock) {

    /**
     * The result of a step that does not wait. The caller holds the lock, before the call and after any outcome of it.
     *
     * @throws IOException when a file cannot be read, or has another length
     * @throws IllegalArgumentException for {@code call}, {@code stream} and {@code sleep}
     */
    public long result(Step step, long seed) throws IOException {
        return switch (step) {
            case Step.Compute c -> body.compute(c, seed, lock.checkpoint());
            case Step.Native n -> nativeWork(n, seed);
            case Step.Spin s -> body.spin(s, lock.checkpoint());
            case Step.FileRead f ->
                LockReleasingFile.read(body.file(f), f.bytes(), lock).value();
            case Step.Payload p -> digest(ByteBuffer.wrap(body.payload(p)));
            case Step.Request r -> throw waits(r);
            case Step.Sleep s -> throw waits(s);
        };
    }

    /** The result of a {@code payload} step with these bytes. The caller holds the lock, before and after. */
    public long digest(ByteBuffer payload) {
        return DigestingReader.digest(payload, lock).value();
    }

    private long nativeWork(Step.Native step, long seed) {
        lock.release();
        try {
            return body.nativeWork(step, seed);
        } finally {
            lock.acquire();
        }
    }

    private static IllegalArgumentException waits(Step step) {
        return new IllegalArgumentException("this step waits and is not run here: " + step);
    }
}
