package dev.joust.gilloop;

import dev.joust.threaded.HandoverPolicy;
import dev.joust.threaded.InterpreterLock;
import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** A loop, the threads beside it, their lock and its hand-off, and the number of units so far. */
record GilLoopRunner(
        WorkRunner loop, ExecutorService threads, InterpreterLock lock, HandoverPolicy handOff, LongAdder units)
        implements WorkRunner {

    @Override
    public CompletionStage<Outcome> run(Work work) {
        units.increment();
        return loop.run(work);
    }

    /** What the lock has counted, and what the loop has. */
    @Override
    public Map<String, Double> counters() {
        var counters = new TreeMap<>(loop.counters());
        counters.putAll(lock.statistics().counters(handOff, units.sum()));
        return counters;
    }

    /** A computation that has begun runs to its end, on a daemon thread. Units that are not done fail at once. */
    @Override
    public void close() {
        loop.close(); // first: a loop that still turned would hand steps to threads that take none
        threads.shutdownNow();
        try {
            threads.awaitTermination(100, TimeUnit.MILLISECONDS); // the loop has used most of the two seconds at worst
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
