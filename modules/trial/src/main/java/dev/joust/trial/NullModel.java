package dev.joust.trial;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs no steps: a unit is done as soon as it has reached another thread. A trial of it measures the cost of the
 * instrument, which every other model pays too.
 *
 * <p>Price: it never wins. Its answer is right only for units without steps.
 */
public final class NullModel implements ConcurrencyModel {
    /** Its name, which a scenario cannot use. */
    public static final String NAME = "null-model";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Ceiling ceiling(int cores, int slots) {
        return new Ceiling(1, slots);
    }

    @Override
    public WorkRunner start(Setup setup) {
        new Options(name(), setup.options()).known(options());
        return new NullRunner(Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("null-model").daemon().factory()));
    }

    /** Completes on a thread of its own: completing on the caller's stack would recurse. */
    private record NullRunner(ExecutorService thread) implements WorkRunner {
        @Override
        public CompletionStage<Outcome> run(Work work) {
            var done = new CompletableFuture<Outcome>();
            try {
                thread.execute(() -> done.complete(new Outcome.Done(work.seed(), 0, 0)));
            } catch (RejectedExecutionException e) {
                done.complete(new Outcome.Failed("null-model is closed"));
            }
            return done;
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }
}
