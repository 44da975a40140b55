package dev.joust.processes;

import dev.joust.trial.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A unit, or a step of one, from its submission to its outcome. The thread that takes it out of the {@link Assignments}
 * settles it, so it is settled once.
 *
 * @param name of the class of work, or of the step
 * @param payloads the bodies that come with it
 * @param retries how many more workers may get it when one ends while it runs
 */
record Job(
        String name, ParentMessage.Task task, List<byte[]> payloads, int retries, CompletableFuture<Outcome> outcome) {
    Job(String name, ParentMessage.Task task, List<byte[]> payloads, int retries) {
        this(name, task, payloads, retries, new CompletableFuture<>());
    }

    /** The same job for another worker. */
    Job retry() {
        return new Job(name, task, payloads, retries - 1, outcome);
    }

    void settle(Outcome result) {
        outcome.complete(result);
    }
}
