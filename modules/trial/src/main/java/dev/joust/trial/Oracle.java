package dev.joust.trial;

import dev.joust.scenario.Step;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Computes the right answer of each unit, after the measured window. Caches results that repeat: kernels, files,
 * payloads. Safe for any number of threads.
 */
public final class Oracle {
    private final TaskBody body;
    private final Map<RepeatedStep, Long> cache = new ConcurrentHashMap<>();

    private record RepeatedStep(Step step, long seed) {}

    /** An oracle with an empty cache. */
    public Oracle(TaskBody body) {
        this.body = body;
    }

    /** The right digest of this unit. */
    public long digest(Work work) {
        long digest = work.seed();
        for (int i = 0; i < work.steps().size(); i++) {
            digest = Digest.fold(digest, result(work.steps().get(i), work.seed(i)));
        }
        return digest;
    }

    /** The number of requests that this unit sends. */
    public static int calls(Work work) {
        return (int)
                work.steps().stream().filter(Step.Request.class::isInstance).count();
    }

    private long result(Step step, long seed) {
        return switch (step) {
            case Step.Compute c ->
                cached(step, TaskBody.kernelSeed(seed), () -> body.compute(c, seed, Checkpoint.NONE));
            case Step.Native n -> cached(step, TaskBody.kernelSeed(seed), () -> body.nativeWork(n, seed));
            case Step.Monitor m ->
                cached(step, TaskBody.kernelSeed(seed), () -> body.section(m, seed, Checkpoint.NONE));
            case Step.Request r -> ServiceBody.digest(seed, r.length());
            case Step.FileRead f -> cached(step, 0, () -> ServiceBody.digest(0, f.bytes()));
            case Step.Payload p -> cached(step, 0, () -> ServiceBody.digest(0, p.bytes()));
            case Step.Sleep s -> 0;
            case Step.Spin s -> 0;
        };
    }

    private long cached(Step step, long seed, LongSupplier compute) {
        return cache.computeIfAbsent(new RepeatedStep(step, seed), k -> compute.getAsLong());
    }
}
