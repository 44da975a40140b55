package dev.joust.blocking;

import dev.joust.trial.Activity;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
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
 * Gives each unit to a thread, which runs it from its first step to its last and then completes its stage. Further
 * units queue; after {@link #close} units are rejected.
 *
 * <p>{@link #close} fails the queued units, interrupts all threads and closes all connections, which ends every wait. A
 * computation that has begun runs to its end on a daemon thread; its unit ends before the next step.
 */
public final class ThreadRunner implements WorkRunner {
    private static final long CLOSE_LIMIT_MILLIS = 1500;

    private final ExecutorService threads;
    private final StepInterpreter interpreter;
    private final Function<Work, Outcome> runUnit;
    private final Supplier<Map<String, Double>> counters;
    private final Supplier<Activity> activity;

    /** A runner that owns these threads and this interpreter, and shares nothing that is counted. */
    public ThreadRunner(ExecutorService threads, StepInterpreter interpreter, Function<Work, Outcome> runUnit) {
        this(threads, interpreter, runUnit, Map::of, () -> Activity.NONE);
    }

    /**
     * A runner that owns these threads and this interpreter.
     *
     * @param threads accepts a task without blocking; {@code shutdownNow} returns the tasks that have not begun
     * @param runUnit runs one unit on the calling thread; it no longer holds the model's lock when it returns
     * @param counters what {@link WorkRunner#counters} returns
     * @param activity what {@link WorkRunner#activity} returns
     */
    public ThreadRunner(
            ExecutorService threads,
            StepInterpreter interpreter,
            Function<Work, Outcome> runUnit,
            Supplier<Map<String, Double>> counters,
            Supplier<Activity> activity) {
        this.threads = threads;
        this.interpreter = interpreter;
        this.runUnit = runUnit;
        this.counters = counters;
        this.activity = activity;
    }

    /**
     * A runner with a fixed number of platform threads and no lock. It starts the threads at once.
     *
     * @param name the prefix of the threads' names: the model's name
     * @param threads how many units run at once
     */
    public static ThreadRunner fixed(String name, int threads, Setup setup) {
        var interpreter = new StepInterpreter(setup.service(), threads, setup.body(), RunLock.NONE);
        return new ThreadRunner(StartedThreads.pool(name, threads), interpreter, interpreter::run);
    }

    @Override
    public CompletionStage<Outcome> run(Work work) {
        var unit = new QueuedUnit(work, new CompletableFuture<>());
        try {
            threads.execute(unit);
        } catch (RejectedExecutionException e) {
            unit.done.completeExceptionally(new IllegalStateException("the model is closed", e));
        }
        return unit.done;
    }

    @Override
    public Map<String, Double> counters() {
        return counters.get();
    }

    @Override
    public Activity activity() {
        return activity.get();
    }

    @Override
    public void close() {
        for (var waiting : threads.shutdownNow()) {
            ((QueuedUnit) waiting).done.complete(new Outcome.Failed("the model was closed before the unit began"));
        }
        interpreter.close();
        try {
            threads.awaitTermination(CLOSE_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class QueuedUnit implements Runnable {
        private final Work work;
        private final CompletableFuture<Outcome> done;

        QueuedUnit(Work work, CompletableFuture<Outcome> done) {
            this.work = work;
            this.done = done;
        }

        @Override
        public void run() {
            Outcome outcome;
            try {
                outcome = runUnit.apply(work);
            } catch (Throwable e) { // an error too must complete the stage
                done.completeExceptionally(e);
                return;
            }
            done.complete(outcome);
        }
    }
}
