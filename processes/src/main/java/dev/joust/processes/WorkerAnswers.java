package dev.joust.processes;

import dev.joust.trial.ThisRuntime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What a worker answers beside its units. Each question is asked once.
 *
 * @param warmed how many kernels stayed cold
 * @param times the worker's {@link ThisRuntime#times()}; empty if it ended instead
 */
record WorkerAnswers(CompletableFuture<Integer> warmed, CompletableFuture<Map<String, Double>> times) {
    WorkerAnswers() {
        this(new CompletableFuture<>(), new CompletableFuture<>());
    }

    /** The worker has ended. It computes no unit, so no kernel is cold. */
    void end() {
        warmed.complete(0);
        times.complete(Map.of());
    }
}
