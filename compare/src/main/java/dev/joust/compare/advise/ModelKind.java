package dev.joust.compare.advise;

import java.util.Arrays;
import java.util.List;

/** What of a model decides how long its units wait, by arithmetic. */
enum ModelKind {
    /** One thread does everything, one stretch after the other. */
    ONE_LOOP("one loop", List.of("vertx-loop", "reactor-loop", "cpython-asyncio")),
    /** Loops that do not compute, and workers that do, on all cores. */
    LOOP_AND_WORKERS("loops that do not compute, with workers", List.of("vertx-loops", "hybrid")),
    /** Threads that compute one at a time, and take turns. */
    LOCK("threads behind one lock", List.of("gil-threads", "gil-loop", "cpython-threads")),
    /** Threads that the system gives the cores by turns. */
    THREADS("threads on all cores", List.of("platform-threads")),
    /** Threads that keep a core from one pause to the next. */
    CARRIERS("threads that keep their carrier while they compute", List.of("virtual-threads")),
    /** Workers, one per core, that hold one unit each from its beginning to its end. */
    POOL("one unit per worker, one worker per core", List.of("processes", "cpython-processes")),
    /** A model that arithmetic knows nothing of. */
    OTHER("not known to the arithmetic", List.of());

    private final String words;
    private final List<String> models;

    ModelKind(String words, List<String> models) {
        this.words = words;
        this.models = models;
    }

    static ModelKind of(String model) {
        return Arrays.stream(values())
                .filter(kind -> kind.models.contains(model))
                .findFirst()
                .orElse(OTHER);
    }

    String words() {
        return words;
    }

    /** Whether arithmetic knows the mean response time, and not only what it is at least. */
    boolean hasWait() {
        return this != LOCK && this != OTHER;
    }
}
