package dev.joust.reactive;

import dev.joust.trial.Activity;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs units on several event loops, at most one per slot at once. Each unit takes the next loop, or the one that read
 * its request, and stays there.
 */
final class LoopsRunner implements WorkRunner {
    private static final long CLOSE_TIMEOUT_NANOS = TimeUnit.MILLISECONDS.toNanos(1800);

    private final List<VertxClient> clients;
    private final List<StepRunner> loops;
    private final SlotQueue slots;
    private final Set<LoopUnit> unfinished = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean closed;

    LoopsRunner(Setup setup, List<VertxClient> clients) {
        this.clients = clients;
        this.slots = new SlotQueue(setup.slots());
        this.loops = clients.stream().map(client -> steps(setup, client)).toList();
    }

    private StepRunner steps(Setup setup, VertxClient client) {
        int index = clients.indexOf(client);
        return new StepRunner(
                setup.body(), client, StepOffload.toWorkers(client, setup.body()), unit -> advance(index, unit));
    }

    @Override
    public CompletionStage<Outcome> run(Work work) {
        var unit = new LoopUnit(work);
        unfinished.add(unit);
        if (slots.enter(unit)) {
            start(unit);
        }
        if (closed) { // read after the unit was added: either this sees the close, or the close sees the unit
            abandon(unit);
        }
        return unit.stage();
    }

    /** The loops, and the threads of the worker pool. */
    @Override
    public Map<String, Double> counters() {
        return Map.of("loops", (double) loops.size(), "worker-threads", (double) VertxClient.WORKER_THREADS);
    }

    /** The means over the loops, which the units take in turn, and the longest turn of all. */
    @Override
    public Activity activity() {
        var each = loops.stream().map(loop -> loop.activity().read()).toList();
        Map<String, Double> means = new TreeMap<>();
        Map<String, Double> longest = new TreeMap<>();
        for (var loop : each) {
            loop.integrals().forEach((name, nanos) -> means.merge(name, nanos / each.size(), Double::sum));
            loop.longest().forEach((name, nanos) -> longest.merge(name, nanos, Math::max));
        }
        return new Activity(means, longest);
    }

    /** Fails units that are not done at once. A step that a worker has begun runs to its end on a daemon thread. */
    @Override
    public void close() {
        closed = true;
        loops.forEach(StepRunner::stop);
        loops.forEach(loop -> loop.activity().close());
        clients.getFirst().close(); // and with it the others
        long deadline = System.nanoTime() + CLOSE_TIMEOUT_NANOS;
        try {
            for (var client : clients) {
                client.loop().awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        unfinished.forEach(this::abandon);
    }

    private void start(LoopUnit unit) {
        int loop = loop();
        try {
            clients.get(loop).loop().execute(() -> advance(loop, unit));
        } catch (RejectedExecutionException e) {
            abandon(unit);
        }
    }

    /** The loop of the calling thread, which has read the request of the unit; else the next in turn. */
    private int loop() {
        for (int i = 0; i < clients.size(); i++) {
            if (clients.get(i).loop().inEventLoop()) {
                return i;
            }
        }
        return Math.floorMod(turn.getAndIncrement(), loops.size());
    }

    /** On the thread of this loop, which the unit keeps to its end. */
    private void advance(int loop, LoopUnit unit) {
        try {
            loops.get(loop).advance(unit);
        } catch (Throwable e) { // fails this unit; the loop goes on for the others
            leave(unit);
            unit.stage().completeExceptionally(e);
            return;
        }
        if (unit.ended()) {
            leave(unit);
            unit.complete();
        }
    }

    private void leave(LoopUnit unit) {
        unfinished.remove(unit);
        slots.leave().ifPresent(this::start);
    }

    private void abandon(LoopUnit unit) {
        if (unfinished.remove(unit)) {
            unit.stage().complete(new Outcome.Failed("the event loops were closed before the unit was done"));
        }
    }
}
