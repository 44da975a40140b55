package dev.joust.hybrid;

import dev.joust.blocking.StartedThreads;
import dev.joust.processes.Workers;
import dev.joust.reactive.StepExecutor;
import dev.joust.scenario.Step;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

/**
 * Has workers do the steps. A thread of the parent hands each step over and waits for its result. There are two such
 * threads per worker, so that the next step is in the pool before a worker has answered the last.
 */
record WorkerStepExecutor(Workers workers, ExecutorService threads) implements StepExecutor, AutoCloseable {
    private static final int THREADS_PER_WORKER = 2;

    /**
     * Starts as many workers as cores, but at most as many as units can be in flight.
     *
     * @throws IllegalStateException when they do not start
     */
    static WorkerStepExecutor start(Setup setup) {
        int number = Math.min(setup.cores(), setup.slots());
        var workers = Workers.start(setup, number);
        return new WorkerStepExecutor(workers, StartedThreads.pool("hybrid", THREADS_PER_WORKER * number));
    }

    @Override
    public boolean offload(Runnable task) {
        threads.execute(task);
        return true;
    }

    /** @throws IOException also when the worker that had the step has ended */
    @Override
    public long execute(Step step, long seed) throws IOException {
        try {
            return switch (workers.step(step, seed).toCompletableFuture().get()) {
                case Outcome.Done(long result, int calls, long bytes) -> result;
                case Outcome.Failed(String reason) -> throw new IOException(reason);
            };
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a worker had the step", e);
        }
    }

    /** Ends the workers at once. The threads that wait for them end too. */
    @Override
    public void close() {
        workers.close();
        threads.shutdownNow();
    }
}
