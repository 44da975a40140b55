package dev.joust.reactive;

import dev.joust.trial.Activity;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Runs units on one event loop, at most one per slot at once. Further units wait in order of arrival. */
final class LoopRunner implements WorkRunner {
    private static final long CLOSE_TIMEOUT_MILLIS = 1800; // of the two seconds that a trial may take to end

    private final LoopClient client;
    private final StepExecutor executor;
    private final StepRunner steps;
    private final ReadyQueue queue;
    private final int slots;
    private final Set<LoopUnit> unfinished = ConcurrentHashMap.newKeySet();
    private final ArrayDeque<LoopUnit> waiting = new ArrayDeque<>(); // used by the loop's thread only
    private int slotsInUse; // used by the loop's thread only
    private volatile boolean closed;

    LoopRunner(Setup setup, LoopClient client) {
        this(setup, client, LoopStepExecutor.onLoop(setup.body()));
    }

    LoopRunner(Setup setup, LoopClient client, StepExecutor executor) {
        this.client = client;
        this.executor = executor;
        this.slots = setup.slots();
        this.queue = new ReadyQueue(client.loop(), this::advance);
        this.steps = new StepRunner(setup.body(), client, executor, queue::add);
    }

    @Override
    public CompletionStage<Outcome> run(Work work) {
        var unit = new LoopUnit(work);
        unfinished.add(unit);
        try {
            client.loop().execute(() -> arrive(unit));
        } catch (RejectedExecutionException e) {
            abandon(unit);
        }
        if (closed) { // read after the unit was added: either this sees the close, or the close sees the unit
            abandon(unit);
        }
        return unit.stage();
    }

    /** The iterations of the loop, and the most units that were ready at once, waiting for a computation to end. */
    @Override
    public Map<String, Double> counters() {
        return Map.of(
                "loop-iterations", (double) queue.iterations(),
                "loop-ready-units-max", (double) queue.maxReady());
    }

    @Override
    public Activity activity() {
        return steps.activity().read();
    }

    /**
     * Fails units that are not done at once. A computation that has begun runs to its end; then the loop, a daemon,
     * ends.
     */
    @Override
    public void close() {
        closed = true;
        steps.stop();
        steps.activity().close();
        client.close();
        try {
            client.loop().awaitTermination(CLOSE_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        unfinished.forEach(this::abandon);
    }

    private void arrive(LoopUnit unit) {
        if (slotsInUse < slots) {
            slotsInUse++;
            queue.add(unit);
        } else {
            waiting.add(unit);
        }
    }

    private boolean advance(LoopUnit unit) {
        boolean computed;
        try {
            computed = steps.advance(unit);
        } catch (Throwable e) { // fails this unit; the loop goes on for the others
            free(unit);
            executor.runCompletion(() -> unit.stage().completeExceptionally(e));
            return true;
        }
        if (unit.ended()) {
            free(unit);
            executor.runCompletion(unit::complete);
        }
        return computed;
    }

    /** Gives the unit's slot to the next one. */
    private void free(LoopUnit unit) {
        unfinished.remove(unit);
        var next = waiting.poll();
        if (next == null) {
            slotsInUse--;
        } else {
            queue.add(next);
        }
    }

    private void abandon(LoopUnit unit) {
        if (unfinished.remove(unit)) {
            unit.stage().complete(new Outcome.Failed("the event loop was closed before the unit was done"));
        }
    }
}
