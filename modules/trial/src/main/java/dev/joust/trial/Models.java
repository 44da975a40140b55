package dev.joust.trial;

import java.util.Collections;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The models on the class path, by name. */
public final class Models {
    private final SortedMap<String, ConcurrencyModel> byName = new TreeMap<>();

    private Models(Iterable<ConcurrencyModel> models) {
        for (var model : models) {
            var other = byName.putIfAbsent(model.name(), model);
            if (other != null) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT,
                        "two models have the name '%s': %s and %s",
                        model.name(),
                        other.getClass().getName(),
                        model.getClass().getName()));
            }
        }
    }

    /** Loads the models that {@link ServiceLoader} finds. */
    public static Models load() {
        return of(ServiceLoader.load(ConcurrencyModel.class));
    }

    /**
     * The models given.
     *
     * @throws IllegalStateException when two have the same name
     */
    public static Models of(Iterable<ConcurrencyModel> models) {
        return new Models(models);
    }

    /** The names, sorted. */
    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /** The names of the options that each model knows, by the model's name. */
    public SortedMap<String, Set<String>> options() {
        SortedMap<String, Set<String>> options = new TreeMap<>();
        byName.forEach((name, model) -> options.put(name, model.options()));
        return options;
    }

    /**
     * The model with this name.
     *
     * @throws IllegalArgumentException when there is none; the message lists the known names
     */
    public ConcurrencyModel named(String name) {
        var model = byName.get(name);
        if (model == null) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "unknown model '%s'; known: %s", name, String.join(", ", byName.keySet())));
        }
        return model;
    }
}
