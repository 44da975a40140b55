package dev.joust.blocking;

import dev.joust.scenario.Step;
import dev.joust.trial.BodyDigest;
import dev.joust.trial.Digest;
import dev.joust.trial.Outcome;
import dev.joust.trial.Requests;
import dev.joust.trial.TaskBody;
import dev.joust.trial.UnitStep;
import dev.joust.trial.Work;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Function;

/**
 * Runs the steps of a unit one after another on the calling thread. One instance serves all threads of a model.
 *
 * <p>It holds and releases the lock where CPython does. Computation, building requests and parsing responses hold it.
 * Native work, sleeps, opening a file, each read of a file, each connect, read and write of a socket, and the CRC of a
 * piece of more than 5 KiB release it.
 */
public final class StepInterpreter implements AutoCloseable {
    private final LockedTask task;
    private final RunLock lock;
    private final BlockingServiceClient service;

    /**
     * An interpreter without connections: the first requests open them.
     *
     * @param service the address of the service, without a trailing slash
     * @param connections how many threads may be in {@link #run} at once; each has one connection
     * @param lock the lock that callers of {@code run} hold
     */
    public StepInterpreter(URI service, int connections, TaskBody body, RunLock lock) {
        this.service = new BlockingServiceClient(service, connections, lock);
        this.task = new LockedTask(body, lock);
        this.lock = lock;
    }

    /**
     * Runs this unit on this thread. The caller holds the lock, before the call and after any outcome of it.
     *
     * <p>An interrupt ends a sleep at once and the unit before its next step, but no computation. The thread's
     * interrupt flag is set on return.
     *
     * @return {@link Outcome.Failed} when a request or a file read failed, or the thread was interrupted
     */
    public Outcome run(Work work) {
        return run(work, payload -> ByteBuffer.wrap(task.body().payload(payload)));
    }

    /**
     * Runs a unit with payloads that another process sent.
     *
     * @param payloads the bytes of each {@code payload} step
     */
    public Outcome run(Work work, Function<Step.Payload, ByteBuffer> payloads) {
        var digest = new UnitDigest(work.seed());
        try {
            for (int i = 0; i < work.steps().size(); i++) {
                if (Thread.currentThread().isInterrupted()) {
                    return new Outcome.Failed("interrupted before step " + (i + 1));
                }
                var step = work.steps().get(i);
                var event = UnitStep.begun(work.name(), step);
                digest.add(result(step, work.seed(i), digest, payloads));
                event.ends();
            }
        } catch (IOException e) {
            return new Outcome.Failed(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("interrupted in a sleep");
        }
        return digest.done();
    }

    private long result(Step step, long seed, UnitDigest digest, Function<Step.Payload, ByteBuffer> payloads)
            throws IOException, InterruptedException {
        return switch (step) {
            case Step.Request r -> digest.addBody(get(Requests.path(r, seed), r.length()));
            case Step.Sleep s -> sleep(s.time());
            case Step.FileRead f -> read(f, seed);
            case Step.Cpu c -> task.result(c, seed);
            case Step.Spin s -> task.result(s, seed);
            case Step.Payload p -> task.digest(payloads.apply(p));
        };
    }

    private long sleep(Duration time) throws InterruptedException {
        lock.release();
        try {
            Thread.sleep(time);
        } finally {
            lock.acquire();
        }
        return 0;
    }

    private BodyDigest get(String path, long bytes) throws IOException {
        try {
            return service.get(path, bytes);
        } catch (IOException e) {
            throw new IOException("GET " + path + ": " + reason(e), e);
        }
    }

    private long read(Step.FileRead file, long seed) throws IOException {
        try {
            return task.result(file, seed);
        } catch (IOException e) {
            throw new IOException("file " + task.body().file(file).getFileName() + ": " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Closes every connection at once. Units that need one fail from then on. */
    @Override
    public void close() {
        service.close();
    }

    private static final class UnitDigest {
        private long digest;
        private int calls;
        private long bytes;

        UnitDigest(long seed) {
            digest = seed;
        }

        void add(long result) {
            digest = Digest.fold(digest, result);
        }

        long addBody(BodyDigest body) {
            calls++;
            bytes += body.length();
            return body.value();
        }

        Outcome done() {
            return new Outcome.Done(digest, calls, bytes);
        }
    }
}
