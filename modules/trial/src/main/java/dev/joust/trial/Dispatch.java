package dev.joust.trial;

import dev.joust.trial.Completion.Sending;
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

/** Hands units to the model and takes their completions back, each once. For the driver's thread. */
final class Dispatch {
    private static final int MOST_FAILURES = 1_000;

    private final NanoClock clock;
    private final WorkRunner runner;
    private final LinkedTransferQueue<Completion> completions = new LinkedTransferQueue<>();
    private final Set<Sending> inFlight = Collections.newSetFromMap(new IdentityHashMap<>());
    private volatile Work completedTwice;
    private long failures;

    Dispatch(NanoClock clock, WorkRunner runner) {
        this.clock = clock;
        this.runner = runner;
    }

    /** Hands a unit over; its completion will be taken. */
    void send(int workClass, Work work, long intended) {
        var once = new AtomicBoolean();
        var sending = new Sending(workClass, work, intended, clock.nanos());
        inFlight.add(sending);
        started(work).whenComplete((outcome, failure) -> {
            long done = clock.nanos();
            if (once.getAndSet(true)) {
                completedTwice = work;
            } else {
                completions.add(new Completion(sending, done, outcome(outcome, failure)));
            }
        });
    }

    /**
     * The next completion, or null when none came in that time.
     *
     * @throws TrialFailedException when a unit completed twice, or too many failed for the trial to mean anything
     */
    Completion take(long nanos) throws InterruptedException {
        var unit = completions.poll(nanos, TimeUnit.NANOSECONDS);
        if (completedTwice != null) {
            throw new TrialFailedException("the model completed a unit twice: " + completedTwice);
        }
        if (unit != null) {
            inFlight.remove(unit.sending());
            if (unit.outcome() instanceof Outcome.Failed(String reason) && ++failures >= MOST_FAILURES) {
                throw new TrialFailedException("%d units failed; the last: %s".formatted(failures, reason));
            }
        }
        return unit;
    }

    int inFlight() {
        return inFlight.size();
    }

    /** Waits for nothing more: the units that are still on their way, as of now. */
    List<Sending> leave() {
        var left = List.copyOf(inFlight);
        inFlight.clear();
        return left;
    }

    private CompletionStage<Outcome> started(Work work) {
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
