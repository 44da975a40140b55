package dev.joust.blocking;

import dev.joust.scenario.Step;
import dev.joust.trial.TaskBody;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What a thread does that holds the lock: computation polls it, native work and files give it up. */
public record LockedTask(TaskBody body, RunLock gate) {

    /**
     * The result of a step that is not waiting. Called, and left in whatever way, with the lock held.
     *
     * @throws IOException when a file cannot be read as asked
     * @throws IllegalArgumentException when the step is one that waits
     */
    public long result(Step step, long seed) throws IOException {
        return switch (step) {
            case Step.Compute c -> body.compute(c, seed, gate.checkpoint());
            case Step.Native n -> nativeWork(n, seed);
            case Step.Spin s -> body.spin(s, gate.checkpoint());
            case Step.FileRead f ->
                LockReleasingFile.read(body.file(f), f.bytes(), gate).value();
            case Step.Payload p -> digest(ByteBuffer.wrap(body.payload(p)));
            case Step.Request r -> throw waits(r);
            case Step.Sleep s -> throw waits(s);
        };
    }

    /** The result of reading a payload through, which is in memory. Called, and left, with the lock held. */
    public long digest(ByteBuffer payload) {
        return DigestingReader.digest(payload, gate).value();
    }

    private long nativeWork(Step.Native step, long seed) {
        gate.release();
        try {
            return body.nativeWork(step, seed);
        } finally {
            gate.acquire();
        }
    }

    private static IllegalArgumentException waits(Step step) {
        return new IllegalArgumentException("waits, and is not computed: " + step);
    }
}
