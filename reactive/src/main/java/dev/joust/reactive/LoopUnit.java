package dev.joust.reactive;

import dev.joust.scenario.Step;
import dev.joust.trial.Digest;
import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import java.util.concurrent.CompletableFuture;

/** A unit under way: how far it is, and what it has found. All but the stage belongs to the loop's thread. */
final class LoopUnit {
    private final Work work;
    private final CompletableFuture<Outcome> stage = new CompletableFuture<>();
    private int place;
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

    boolean ended() {
        return failure != null || place == work.steps().size();
    }

    Step step() {
        return work.steps().get(place);
    }

    /** The seed of the present step. */
    long seed() {
        return work.seed(place);
    }

    /** The present step is done; the next one is due. */
    void stepped(long result) {
        digest = Digest.fold(digest, result);
        place++;
    }

    /** The present step, a request, was answered. */
    void answered(long result, long length) {
        calls++;
        bytes += length;
        stepped(result);
    }

    /** The unit goes no further. */
    void fail(String reason) {
        failure = reason;
    }

    /** Tells whoever waits for it; at most the first time counts. */
    void complete() {
        stage.complete(failure == null ? new Outcome.Done(digest, calls, bytes) : new Outcome.Failed(failure));
    }
}
