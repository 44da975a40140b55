package dev.joust.reactive;

import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Setup;
import java.util.TreeSet;

/** The options of models that have none. */
final class NoOptions {
    private NoOptions() {}

    static void check(ConcurrencyModel model, Setup setup) {
        if (!setup.options().isEmpty()) {
            throw new IllegalArgumentException("unknown option '%s' of %s; known: none"
                    .formatted(new TreeSet<>(setup.options().keySet()).first(), model.name()));
        }
    }
}
