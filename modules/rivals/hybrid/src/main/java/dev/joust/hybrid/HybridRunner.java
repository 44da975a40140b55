package dev.joust.hybrid;

import dev.joust.trial.Activity;
import dev.joust.trial.KernelWarmUp;
import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** A loop, and the workers that compute for it. */
record HybridRunner(WorkRunner loop, WorkerStepExecutor executor) implements WorkRunner {

    @Override
    public CompletionStage<Outcome> run(Work work) {
        return loop.run(work);
    }

    /** Units compute in the workers alone. */
    @Override
    public int warm(KernelWarmUp warmUp) {
        return executor.workers().warm(warmUp);
    }

    /** The counters of the loop and those of the workers. */
    @Override
    public Map<String, Double> counters() {
        var counters = new TreeMap<>(loop.counters());
        counters.putAll(executor.workers().counters());
        return counters;
    }

    /** Those of the workers. */
    @Override
    public Map<String, Double> timesOfItsJvms() {
        return executor.workers().times();
    }

    /** That of the loop. The workers' CPU time is part of the process tree's. */
    @Override
    public Activity activity() {
        return loop.activity();
    }

    /** Units that are not done fail at once. */
    @Override
    public void close() {
        loop.close(); // first: a running loop would hand steps to threads that have ended
        executor.close();
    }
}
