package dev.joust.processes;

import dev.joust.trial.Outcome;
import java.util.concurrent.CompletableFuture;

/** A unit, or a step of one, on its way. Who takes it out of the {@link Assignments} settles it, so it is settled once. */
record Job(Order.Assignment order, CompletableFuture<Outcome> outcome) {
    Job(Order.Assignment order) {
        this(order, new CompletableFuture<>());
    }

    void settle(Outcome answer) {
        outcome.complete(answer);
    }
}
