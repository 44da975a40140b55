package dev.joust.hybrid;

import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** A loop, and the workers beside it. */
record HybridRunner(WorkRunner loop, WorkerStepExecutor labour) implements WorkRunner {

    @Override
    public CompletionStage<Outcome> run(Work work) {
        return loop.run(work);
    }

    /** What the loop has counted, and what the workers have. */
    @Override
    public Map<String, Double> counters() {
        var counters = new TreeMap<>(loop.counters());
        counters.putAll(labour.workers().counters());
        return counters;
    }

    /** Units that are not done fail at once. */
    @Override
    public void close() {
        loop.close(); // first: a loop that still turned would hand steps to threads that take none
        labour.close();
    }
}
