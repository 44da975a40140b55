package dev.joust.trial;

import dev.joust.trial.Completion.SentUnit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hands units to the model and takes back the completion of each, once. For the driver's thread. */
final class Dispatch {
    private static final int MAX_FAILURES = 1_000;

    private final NanoClock clock;
    private final WorkRunner runner;
    private final LinkedTransferQueue<Completion> completions = new LinkedTransferQueue<>();
    private final Set<SentUnit> inFlight = Collections.newSetFromMap(new IdentityHashMap<>());
    private volatile Work completedTwice;
    private long failures;

    Dispatch(NanoClock clock, WorkRunner runner) {
        this.clock = clock;
        this.runner = runner;
    }

    /** Hands a unit to the model. {@link #take} returns its completion. */
    void send(int workClass, Work work, long intended) {
        var once = new AtomicBoolean();
        var unit = new SentUnit(workClass, work, intended, clock.nanos());
        inFlight.add(unit);
        start(work).whenComplete((outcome, failure) -> {
            long done = clock.nanos();
            if (once.getAndSet(true)) {
                completedTwice = work;
            } else {
                completions.add(new Completion(unit, done, outcome(outcome, failure)));
            }
        });
    }

    /**
     * Waits for the next completion; null when none came within this time.
     *
     * @throws TrialFailedException when a unit completed twice, or when {@value #MAX_FAILURES} units have failed
     */
    Completion take(long nanos) throws InterruptedException {
        return checked(completions.poll(nanos, TimeUnit.NANOSECONDS));
    }

    /**
     * The next completion that is there; null when there is none. It never waits, so no completion has to wake this
     * thread.
     *
     * @throws TrialFailedException as {@link #take} does
     */
    Completion poll() {
        return checked(completions.poll());
    }

    private Completion checked(Completion completion) {
        if (completedTwice != null) {
            throw new TrialFailedException("the model completed a unit twice: " + completedTwice);
        }
        if (completion != null) {
            inFlight.remove(completion.unit());
            if (completion.outcome() instanceof Outcome.Failed(String reason) && ++failures >= MAX_FAILURES) {
                throw new TrialFailedException(failures + " units failed; the last: " + reason);
            }
        }
        return completion;
    }

    int inFlight() {
        return inFlight.size();
    }

    /** Stops waiting, and returns the units that are still in flight. */
    List<SentUnit> abandon() {
        var abandoned = List.copyOf(inFlight);
        inFlight.clear();
        return abandoned;
    }

    private CompletionStage<Outcome> start(Work work) {
        try {
            return runner.run(work);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private static Outcome outcome(Outcome outcome, Throwable failure) {
        if (failure != null) {
            var cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            return new Outcome.Failed(cause.toString());
        }
        return outcome == null ? new Outcome.Failed("the model completed a unit with null") : outcome;
    }
}
