package dev.joust.contract;

import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A unit that a model was given, with its outcome and times. */
final class TrackedUnit {
    private final Work work;
    private final long sentNanos = System.nanoTime();
    private final AtomicInteger completions = new AtomicInteger();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private volatile long doneNanos;

    TrackedUnit(Work work) {
        this.work = work;
    }

    void follow(CompletionStage<Outcome> stage) {
        stage.whenComplete((answer, failure) -> {
            doneNanos = System.nanoTime();
            completions.incrementAndGet();
            outcome.complete(failure == null ? answer : new Outcome.Failed(reason(failure)));
        });
    }

    Work work() {
        return work;
    }

    int completions() {
        return completions.get();
    }

    boolean isDone() {
        return outcome.isDone();
    }

    Duration took() {
        return Duration.ofNanos(doneNanos - sentNanos);
    }

    long sentNanos() {
        return sentNanos;
    }

    long doneNanos() {
        return doneNanos;
    }

    /** Waits for the outcome. Exceptional completion is a failure whose reason lists all causes. */
    Outcome outcome(Duration patience) throws InterruptedException {
        try {
            return outcome.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    String.format(Locale.ROOT, "unit %s did not complete within %s", work, patience), e);
        } catch (ExecutionException e) {
            throw new AssertionError("the future only completes normally", e);
        }
    }

    private static String reason(Throwable failure) {
        var chain = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            chain.append(t).append("; ");
        }
        return chain.toString();
    }
}
