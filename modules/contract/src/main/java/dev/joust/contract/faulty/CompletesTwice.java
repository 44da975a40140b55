package dev.joust.contract.faulty;

import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** Completes every unit twice. */
public final class CompletesTwice implements Faulty {
    @Override
    public String name() {
        return "completes-twice";
    }

    @Override
    public CompletionStage<Outcome> run(WorkRunner sound, Work work) {
        var twice = new DoubleCompletion();
        sound.run(work).whenComplete((outcome, failure) -> {
            if (failure == null) {
                twice.complete(outcome);
            } else {
                twice.completeExceptionally(failure);
            }
        });
        return twice;
    }

    /** A stage completes only once, but this one runs its actions twice. */
    private static final class DoubleCompletion extends CompletableFuture<Outcome> {
        @Override
        public CompletableFuture<Outcome> whenComplete(BiConsumer<? super Outcome, ? super Throwable> action) {
            return super.whenComplete((outcome, failure) -> {
                action.accept(outcome, failure);
                action.accept(outcome, failure);
            });
        }
    }
}
