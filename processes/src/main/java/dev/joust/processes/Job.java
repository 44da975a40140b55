package dev.joust.processes;

import dev.joust.trial.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A unit, or a step of one, on its way. Who takes it out of the {@link Assignments} settles it, so it is settled once.
 *
 * @param payloads the bodies that come with it
 * @param triesLeft how many workers may yet end while they are at it before it fails
 */
record Job(
        ParentMessage.Assignment assignment, List<byte[]> payloads, int triesLeft, CompletableFuture<Outcome> outcome) {
    Job(ParentMessage.Assignment assignment, List<byte[]> payloads, int tries) {
        this(assignment, payloads, tries, new CompletableFuture<>());
    }

    /** The same once more, after a worker has ended. */
    Job again() {
        return new Job(assignment, payloads, triesLeft - 1, outcome);
    }

    void settle(Outcome answer) {
        outcome.complete(answer);
    }
}
