package dev.joust.contract;

import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Units that start each other: many at first, then each from the completion of one before, up to a number.
 *
 * <p>A unit may be done by another thread before its completion is asked for, and is then followed on the asking thread, within the
 * asking. That is nobody's fault, happens a hundred times on end with tiny units, and must not nest: the chain goes on in a loop then.
 * What nests all the same is the model's doing.
 */
final class Chains {
    private static final int SAMPLED = 100;

    /** Frames that the stack may differ by from one thread of a model to another; recursion soon leaves it behind. */
    private static final int TOLERATED = 400;

    private final WorkRunner runner;
    private final Supplier<Work> works;
    private final int units;
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private volatile int firstDepth = Integer.MAX_VALUE - TOLERATED;

    /** @param units how many there are in all */
    Chains(WorkRunner runner, Supplier<Work> works, int units) {
        this.runner = runner;
        this.works = works;
        this.units = units;
    }

    /** Starts so many chains; the future has the number of units once the last is done. */
    CompletableFuture<Integer> start(int chains) {
        for (int i = 0; i < chains; i++) {
            advance();
        }
        return end;
    }

    private void advance() {
        boolean doneWithin = true;
        while (doneWithin && !end.isDone() && started.getAndIncrement() < units) {
            var link = new Link();
            var stage = runner.run(works.get());
            link.asking = Thread.currentThread();
            stage.whenComplete(link::completed);
            link.asking = null;
            doneWithin = link.doneWithin;
        }
    }

    /** One unit. Its fields are written by the asking thread alone, and other threads need only see that they are not that one. */
    private final class Link {
        private Thread asking;
        private boolean doneWithin;

        void completed(Outcome outcome, Throwable failure) {
            try {
                count(outcome, failure);
                if (asking == Thread.currentThread()) {
                    doneWithin = true;
                } else {
                    advance();
                }
            } catch (RuntimeException | Error e) {
                // thrown on, it would vanish in a stage that nobody looks at
                end.completeExceptionally(e);
            }
        }
    }

    private void count(Outcome outcome, Throwable failure) {
        if (!(outcome instanceof Outcome.Done)) {
            throw new AssertionError("unit %d of the chains: %s".formatted(done.get(), outcome), failure);
        }
        int count = done.incrementAndGet();
        if (count % SAMPLED == 1) {
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
        } else if (depth > firstDepth + TOLERATED) {
            throw new AssertionError(
                    "the stack was %d frames deep at unit 1 and %d at unit %d".formatted(firstDepth, depth, count));
        }
    }
}
