package dev.joust.blocking;

import dev.joust.scenario.Step;
import dev.joust.trial.TaskBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs the steps that do not wait, on a thread that holds the lock. Native work, file reads and the wait for a monitor
 * release it.
 */
public record LockedTask(TaskBody body, RunLock lock) {
    /** Stands for the monitor where threads run behind a lock: a Java monitor cannot be tried. */
    private static final ReentrantLock MONITOR = new ReentrantLock();

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
            case Step.Monitor m -> lock == RunLock.NONE ? body.inMonitor(m, seed) : inMonitor(m, seed);
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

    /** As a thread of CPython takes a {@code threading.Lock}: tries it, and waits for it without the model's lock. */
    private long inMonitor(Step.Monitor step, long seed) {
        if (!MONITOR.tryLock()) {
            lock.release();
            MONITOR.lock();
            lock.acquire();
        }
        try {
            return body.section(step, seed, lock.checkpoint());
        } finally {
            MONITOR.unlock();
        }
    }

    private static IllegalArgumentException waits(Step step) {
        return new IllegalArgumentException("this step waits and is not run here: " + step);
    }
}
