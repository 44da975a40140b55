package dev.joust.processes;

import dev.joust.scenario.Step;
import dev.joust.trial.KernelWarmUp;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.WorkRunner;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Forked workers that do single steps, for a model that does the other steps itself. For any number of threads. */
public final class Workers implements AutoCloseable {
    private final WorkerPool pool;

    private Workers(WorkerPool pool) {
        this.pool = pool;
    }

    /**
     * Forks the workers, all at once, and waits until each has said hello.
     *
     * @param number of workers
     * @throws IllegalStateException when they do not start; none is left then
     */
    public static Workers start(Setup setup, int number) {
        var poolSetup = new Setup(setup.service(), setup.cores(), number, setup.body(), Map.of());
        return new Workers(WorkerPool.start(WorkerCommand.standard(), poolSetup, PoolOptions.DEFAULTS));
    }

    /**
     * Has a worker do one step that does not wait. With no worker idle the step queues. The digest of {@link
     * Outcome.Done} is the step's result. Completes on a thread of the pool.
     *
     * @param seed of the step
     */
    public CompletionStage<Outcome> step(Step step, long seed) {
        return pool.step(step, seed);
    }

    /** Warms the kernels in every worker; as {@link WorkRunner#warm}. */
    public int warm(KernelWarmUp warmUp) {
        return pool.warm(warmUp);
    }

    /** What the workers have cost so far. */
    public Map<String, Double> counters() {
        return pool.counters();
    }

    /** How long the JVMs of the workers have collected and compiled; as {@link WorkRunner#timesOfItsJvms}. */
    public Map<String, Double> times() {
        return pool.timesOfItsJvms();
    }

    /** Ends all workers. Steps that are not done fail. */
    @Override
    public void close() {
        pool.close();
    }
}
