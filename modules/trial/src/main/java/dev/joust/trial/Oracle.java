package dev.joust.trial;

import dev.joust.scenario.Step;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What each unit must answer, computed after the clock on one free thread or several. Results that repeat (the pool of kernel
 * seeds, files) are kept. For any number of threads.
 */
public final class Oracle {
    private final TaskBody body;
    private final Map<Repeated, Long> kept = new ConcurrentHashMap<>();

    private record Repeated(Step step, long seed) {}

    public Oracle(TaskBody body) {
        this.body = body;
    }

    /** The digest that this unit must have. */
    public long digest(Work work) {
        long digest = work.seed();
        for (int i = 0; i < work.steps().size(); i++) {
            digest = Digest.fold(digest, result(work.steps().get(i), work.seed(i)));
        }
        return digest;
    }

    /** How many requests the unit must have made. */
    public static int calls(Work work) {
        return (int)
                work.steps().stream().filter(Step.Request.class::isInstance).count();
    }

    private long result(Step step, long seed) {
        return switch (step) {
            case Step.Compute c -> kept(step, TaskBody.kernelSeed(seed), () -> body.compute(c, seed, Checkpoint.NONE));
            case Step.Native n -> kept(step, TaskBody.kernelSeed(seed), () -> body.nativeWork(n, seed));
            case Step.Request r -> ServiceBody.digest(seed, r.length());
            case Step.FileRead f -> kept(step, 0, () -> ServiceBody.digest(0, f.bytes()));
            case Step.Payload p -> kept(step, 0, () -> ServiceBody.digest(0, p.bytes()));
            case Step.Sleep s -> 0;
            case Step.Spin s -> 0;
        };
    }

    private long kept(Step step, long seed, LongSupplier compute) {
        return kept.computeIfAbsent(new Repeated(step, seed), k -> compute.getAsLong());
    }
}
