package dev.joust.blocking;

import dev.joust.scenario.Step;
import dev.joust.trial.BodyDigest;
import dev.joust.trial.Digest;
import dev.joust.trial.Outcome;
import dev.joust.trial.Requests;
import dev.joust.trial.TaskBody;
import dev.joust.trial.Work;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Function;

/**
 * Does the steps of a unit one after the other on the calling thread. One instance serves all threads of a model.
 *
 * <p>What holds the lock and what does not follows CPython: computation, building requests and parsing answers hold it; native work,
 * sleeps, opening a file, each read of a file, and each connect, read and write of a socket do not, nor does the CRC of a piece of
 * more than 5 KiB.
 */
public final class StepInterpreter implements AutoCloseable {
    private final LockedTask task;
    private final RunLock gate;
    private final BlockingServiceClient service;

    /**
     * Opens nothing yet: the first request does.
     *
     * @param service where the service answers, without a trailing slash
     * @param connections how many threads may be in {@link #run} at once; each has a connection of its own when it needs one
     * @param gate the lock that callers of {@code run} hold
     */
    public StepInterpreter(URI service, int connections, TaskBody body, RunLock gate) {
        this.service = new BlockingServiceClient(service, connections, gate);
        this.task = new LockedTask(body, gate);
        this.gate = gate;
    }

    /**
     * Does this unit, on this thread. Called, and left in whatever way, with the lock held.
     *
     * <p>An interrupt ends a sleep, and the unit before its next step; the thread's flag is set on return. It does not end a
     * computation.
     *
     * @return {@link Outcome.Failed} when a request or a file could not be read as asked, or the thread was interrupted
     */
    public Outcome run(Work work) {
        return run(work, payload -> ByteBuffer.wrap(task.body().payload(payload)));
    }

    /**
     * Does a unit whose payloads have come from elsewhere.
     *
     * @param payloads the body that came for each such step
     */
    public Outcome run(Work work, Function<Step.Payload, ByteBuffer> payloads) {
        var answer = new Answer(work.seed());
        try {
            for (int i = 0; i < work.steps().size(); i++) {
                if (Thread.currentThread().isInterrupted()) {
                    return new Outcome.Failed("interrupted before step " + (i + 1));
                }
                answer.add(result(work.steps().get(i), work.seed(i), answer, payloads));
            }
        } catch (IOException e) {
            return new Outcome.Failed(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("interrupted in a sleep");
        }
        return answer.done();
    }

    private long result(Step step, long seed, Answer answer, Function<Step.Payload, ByteBuffer> payloads)
            throws IOException, InterruptedException {
        return switch (step) {
            case Step.Request r -> answer.addBody(get(Requests.path(r, seed), r.length()));
            case Step.Sleep s -> sleep(s.time());
            case Step.FileRead f -> read(f, seed);
            case Step.Cpu c -> task.result(c, seed);
            case Step.Spin s -> task.result(s, seed);
            case Step.Payload p -> task.digest(payloads.apply(p));
        };
    }

    private long sleep(Duration time) throws InterruptedException {
        gate.release();
        try {
            Thread.sleep(time);
        } finally {
            gate.acquire();
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

    /** Closes every connection at once, whatever runs on it. Units that need one fail from then on. */
    @Override
    public void close() {
        service.close();
    }

    private static final class Answer {
        private long digest;
        private int calls;
        private long bytes;

        Answer(long seed) {
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
