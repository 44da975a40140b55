package dev.joust.compare.report;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Models that run units in the same way. A model of another kind has no family and is called by its name. */
enum ModelFamily {
    EVENT_LOOP("an event loop", Set.of("vertx-loop", "reactor-loop", "cpython-asyncio")),
    LOCKED_THREADS("threads behind one lock", Set.of("gil-threads", "cpython-threads")),
    FREE_THREADS("free threads", Set.of("platform-threads", "virtual-threads")),
    WORKER_PROCESSES("worker processes", Set.of("processes", "cpython-processes"));

    private final String words;
    private final Set<String> models;

    ModelFamily(String words, Set<String> models) {
        this.words = words;
        this.models = models;
    }

    String words() {
        return words;
    }

    static Optional<ModelFamily> of(String model) {
        return Arrays.stream(values())
                .filter(family -> family.models.contains(model))
                .findFirst();
    }
}
