package dev.joust.threaded;

import dev.joust.blocking.StepInterpreter;
import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Gives each unit to a thread, which does it from its first step to its last and completes its stage.
 *
 * <p>{@link #close} interrupts all threads and closes all connections, which ends whatever waits. A computation that has begun runs to
 * its end, on a daemon thread; its unit ends before the next step.
 */
final class ThreadRunner implements WorkRunner {
    private final ExecutorService threads;
    private final StepInterpreter interpreter;
    private final Function<Work, Outcome> body;
    private final Supplier<Map<String, Double>> counters;

    /**
     * A runner that owns the threads and the interpreter.
     *
     * @param threads hand a task over without blocking, and return those that have not begun when they are shut down
     * @param body what a thread does with a unit; it must have left the model's lock when it returns
     */
    ThreadRunner(
            ExecutorService threads,
            StepInterpreter interpreter,
            Function<Work, Outcome> body,
            Supplier<Map<String, Double>> counters) {
        this.threads = threads;
        this.interpreter = interpreter;
        this.body = body;
        this.counters = counters;
    }

    @Override
    public CompletionStage<Outcome> run(Work work) {
        var unit = new Unit(work, new CompletableFuture<>());
        try {
            threads.execute(unit);
        } catch (RejectedExecutionException e) {
            unit.done().completeExceptionally(new IllegalStateException("the model is closed", e));
        }
        return unit.done();
    }

    @Override
    public Map<String, Double> counters() {
        return counters.get();
    }

    @Override
    public void close() {
        for (var waiting : threads.shutdownNow()) {
            ((Unit) waiting).done().complete(new Outcome.Failed("the model was closed before the unit began"));
        }
        interpreter.close();
        try {
            threads.awaitTermination(1500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Unit implements Runnable {
        private final Work work;
        private final CompletableFuture<Outcome> done;

        Unit(Work work, CompletableFuture<Outcome> done) {
            this.work = work;
            this.done = done;
        }

        CompletableFuture<Outcome> done() {
            return done;
        }

        @Override
        public void run() {
            Outcome outcome;
            try {
                outcome = body.apply(work);
            } catch (Throwable e) { // an error too must not leave its stage open
                done.completeExceptionally(e);
                return;
            }
            done.complete(outcome);
        }
    }
}
