package dev.joust.contract;

import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Chains of units: the completion of each unit starts the next one of its chain, up to a total number.
 *
 * <p>Another thread may finish a tiny unit before {@code whenComplete} is called on its stage. The completion then runs
 * on the calling thread, within {@code whenComplete}. That can happen a hundred times in a row and is not the model's
 * fault, so the chain goes on in a loop there. Any nesting that remains comes from the model.
 */
final class Chains {
    private static final int SAMPLE_INTERVAL = 100;

    /** How many frames the stacks of a model's threads may differ by. Recursion soon exceeds it. */
    private static final int FRAME_TOLERANCE = 400;

    private final WorkRunner runner;
    private final Supplier<Work> nextUnit;
    private final int units;
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private volatile int firstDepth = Integer.MAX_VALUE - FRAME_TOLERANCE;

    /**
     * Chains that have not started.
     *
     * @param units how many units to run in total
     */
    Chains(WorkRunner runner, Supplier<Work> nextUnit, int units) {
        this.runner = runner;
        this.nextUnit = nextUnit;
        this.units = units;
    }

    /** Starts this many chains. The future completes with the number of units when the last one is done. */
    CompletableFuture<Integer> start(int chains) {
        for (int i = 0; i < chains; i++) {
            advance();
        }
        return end;
    }

    private void advance() {
        boolean doneAtOnce = true;
        while (doneAtOnce && !end.isDone() && started.getAndIncrement() < units) {
            var link = new Link();
            var stage = runner.run(nextUnit.get());
            link.caller = Thread.currentThread();
            stage.whenComplete(link::completed);
            link.caller = null;
            doneAtOnce = link.doneAtOnce;
        }
    }

    /**
     * One unit. Only the calling thread writes its fields; other threads only need to see that they are not the caller.
     */
    private final class Link {
        private Thread caller;
        private boolean doneAtOnce;

        void completed(Outcome outcome, Throwable failure) {
            try {
                count(outcome, failure);
                if (caller == Thread.currentThread()) {
                    doneAtOnce = true;
                } else {
                    advance();
                }
            } catch (RuntimeException | Error e) {
                // a stage that nobody looks at would swallow it
                end.completeExceptionally(e);
            }
        }
    }

    private void count(Outcome outcome, Throwable failure) {
        if (!(outcome instanceof Outcome.Done)) {
            throw new AssertionError("unit " + done.get() + " of the chains: " + outcome, failure);
        }
        int count = done.incrementAndGet();
        if (count % SAMPLE_INTERVAL == 1) {
            sampleDepth(count);
        }
        if (count == units) {
            end.complete(count);
        }
    }

    private void sampleDepth(int count) {
        int depth = Math.toIntExact(StackWalker.getInstance().<Long>walk(frames -> frames.count()));
        if (count == 1) {
            firstDepth = depth;
        } else if (depth > firstDepth + FRAME_TOLERANCE) {
            throw new AssertionError(
                    "the stack was " + firstDepth + " frames deep at unit 1 and " + depth + " at unit " + count);
        }
    }
}
