package dev.joust.reactive;

import dev.joust.scenario.Step;
import dev.joust.trial.Digest;
import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import java.util.concurrent.CompletableFuture;

/** A unit in flight: its next step and its results so far. The loop's thread owns all of it but the stage. */
final class LoopUnit {
    private final Work work;
    private final CompletableFuture<Outcome> stage = new CompletableFuture<>();
    private int index; // of the current step
    private long digest;
    private int calls;
    private long bytes;
    private String failure;

    LoopUnit(Work work) {
        this.work = work;
        this.digest = work.seed();
    }

    CompletableFuture<Outcome> stage() {
        return stage;
    }

    /** The name of its class of work. */
    String workClass() {
        return work.name();
    }

    boolean ended() {
        return failure != null || index == work.steps().size();
    }

    Step step() {
        return work.steps().get(index);
    }

    /** The seed of the current step. */
    long seed() {
        return work.seed(index);
    }

    /** Ends the current step with this result. */
    void completeStep(long result) {
        digest = Digest.fold(digest, result);
        index++;
    }

    /** Ends the current step, a request, with this result. */
    void completeRequest(long result, long length) {
        calls++;
        bytes += length;
        completeStep(result);
    }

    /** Ends the unit. */
    void fail(String reason) {
        failure = reason;
    }

    /** Completes the stage, unless it is complete. */
    void complete() {
        stage.complete(failure == null ? new Outcome.Done(digest, calls, bytes) : new Outcome.Failed(failure));
    }
}
