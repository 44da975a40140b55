package dev.joust.processes;

import dev.joust.trial.Outcome;
import java.util.concurrent.CompletableFuture;

/** A unit on its way. Who takes it out of the {@link Assignments} settles it, so it is settled once. */
record Job(Order.Unit unit, CompletableFuture<Outcome> outcome) {
    Job(Order.Unit unit) {
        this(unit, new CompletableFuture<>());
    }

    void settle(Outcome answer) {
        outcome.complete(answer);
    }
}
