package dev.joust.gilloop;

import dev.joust.threaded.HandoverPolicy;
import dev.joust.threaded.InterpreterLock;
import dev.joust.threaded.LockCounters;
import dev.joust.trial.Activity;
import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** A loop, the threads beside it, their lock with its handover policy, and the number of units so far. */
record GilLoopRunner(
        WorkRunner loop, ExecutorService threads, InterpreterLock lock, HandoverPolicy handover, LongAdder units)
        implements WorkRunner {
    private static final long THREADS_CLOSE_MILLIS = 100; // the loop may have used most of the two seconds

    @Override
    public CompletionStage<Outcome> run(Work work) {
        units.increment();
        return loop.run(work);
    }

    /** The counters of the lock and of the loop. */
    @Override
    public Map<String, Double> counters() {
        var counters = new TreeMap<>(loop.counters());
        counters.putAll(LockCounters.of(lock, handover, units.sum()));
        return counters;
    }

    @Override
    public Activity activity() {
        return loop.activity().with(lock.activity());
    }

    /** Fails units that are not done at once. A computation that has begun runs to its end on a daemon thread. */
    @Override
    public void close() {
        loop.close(); // first: a running loop would offload steps to threads that accept none
        threads.shutdownNow();
        try {
            threads.awaitTermination(THREADS_CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
