package dev.joust.reactive;

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

/** Runs units on one event loop, at most as many at once as there are slots; further ones wait in order of arrival. */
final class LoopRunner implements WorkRunner {
    private static final long CLOSING_MILLIS = 1800; // of the two seconds that there are

    private final LoopClient client;
    private final StepExecutor labour;
    private final StepRunner steps;
    private final ReadyQueue turns;
    private final int slots;
    private final Set<LoopUnit> open = ConcurrentHashMap.newKeySet();
    private final ArrayDeque<LoopUnit> waiting = new ArrayDeque<>(); // the loop's, as is what follows
    private int held;
    private volatile boolean closed;

    LoopRunner(Setup setup, LoopClient client) {
        this(setup, client, new LoopStepExecutor(setup.body()));
    }

    LoopRunner(Setup setup, LoopClient client, StepExecutor labour) {
        this.client = client;
        this.labour = labour;
        this.slots = setup.slots();
        this.turns = new ReadyQueue(client.loop(), this::turn);
        this.steps = new StepRunner(setup.body(), client, labour, turns::ready);
    }

    @Override
    public CompletionStage<Outcome> run(Work work) {
        var unit = new LoopUnit(work);
        open.add(unit);
        try {
            client.loop().execute(() -> arrive(unit));
        } catch (RejectedExecutionException e) {
            abandon(unit);
        }
        if (closed) { // after it was added: either this sees the closing, or the closing sees the unit
            abandon(unit);
        }
        return unit.stage();
    }

    /** Turns taken, and the most units that were ready at once: those that a computation kept waiting. */
    @Override
    public Map<String, Double> counters() {
        return Map.of("turns", (double) turns.taken(), "mostReady", (double) turns.longest());
    }

    /** A computation that has begun is not interrupted: the loop, a daemon, ends after it. Units that are not done fail at once. */
    @Override
    public void close() {
        closed = true;
        steps.stop();
        client.close();
        try {
            client.loop().awaitTermination(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.forEach(this::abandon);
    }

    private void arrive(LoopUnit unit) {
        if (held < slots) {
            held++;
            turns.ready(unit);
        } else {
            waiting.add(unit);
        }
    }

    private boolean turn(LoopUnit unit) {
        boolean computed;
        try {
            computed = steps.advance(unit);
        } catch (Throwable e) { // the unit's own, told to whoever waits for it: the loop must go on for the others
            leave(unit);
            labour.tell(() -> unit.stage().completeExceptionally(e));
            return true;
        }
        if (unit.ended()) {
            leave(unit);
            labour.tell(unit::complete);
        }
        return computed;
    }

    private void leave(LoopUnit unit) {
        open.remove(unit);
        var next = waiting.poll();
        if (next == null) {
            held--;
        } else {
            turns.ready(next);
        }
    }

    private void abandon(LoopUnit unit) {
        if (open.remove(unit)) {
            unit.stage().complete(new Outcome.Failed("the event loop was closed before the unit was done"));
        }
    }
}
