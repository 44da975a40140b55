package dev.joust.compare.plan;

import dev.joust.trial.ExternalRuntime;
import dev.joust.trial.HttpTarget;
import dev.joust.trial.Models;
import dev.joust.trial.NullModel;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All known models on all runtimes, and the runtimes other than the JVM by name. */
public final class ModelRegistry {
    private final Set<String> onJvm;
    private final SortedMap<String, Set<String>> options = new TreeMap<>();
    private final SortedMap<String, ExternalRuntime> runtimes = new TreeMap<>();

    private ModelRegistry(Map<String, Set<String>> onJvm, Iterable<ExternalRuntime> runtimes) {
        this.onJvm = Collections.unmodifiableSet(new TreeMap<>(onJvm).keySet());
        options.putAll(onJvm);
        runtimes.forEach(this::add);
    }

    /** Loads what {@link ServiceLoader} finds, but the null model and the clients of servers: both measure others. */
    public static ModelRegistry found() {
        var onJvm = Models.load().options();
        onJvm.remove(NullModel.NAME);
        onJvm.remove(HttpTarget.CLIENT);
        return of(onJvm, ServiceLoader.load(ExternalRuntime.class));
    }

    /**
     * A registry of these.
     *
     * @param onJvm the names of the options that each model on the JVM knows, by the model's name
     * @throws UsageException when two have the same name
     */
    static ModelRegistry of(Map<String, Set<String>> onJvm, Iterable<ExternalRuntime> runtimes) {
        return new ModelRegistry(onJvm, runtimes);
    }

    private void add(ExternalRuntime runtime) {
        var other = runtimes.putIfAbsent(runtime.name(), runtime);
        if (other != null || runtime.name().equals(TrialCommands.JVM)) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "two runtimes have the name '%s': %s and %s",
                    runtime.name(),
                    other == null ? "Joust's own" : other.getClass().getName(),
                    runtime.getClass().getName()));
        }
        for (var model : runtime.models()) {
            if (options.putIfAbsent(model, runtime.options(model)) != null) {
                throw new UsageException(String.format(
                        Locale.ROOT,
                        "two models have the name '%s': one of runtime %s and one of %s",
                        model,
                        runtime.name(),
                        otherRuntime(model, runtime)));
            }
        }
    }

    private String otherRuntime(String model, ExternalRuntime runtime) {
        return runtimes.values().stream()
                .filter(other -> other != runtime && other.models().contains(model))
                .findFirst()
                .map(other -> "runtime " + other.name())
                .orElse("the JVM");
    }

    /** The names of all models, sorted. */
    public Set<String> models() {
        return Collections.unmodifiableSet(options.keySet());
    }

    /** The names of the options that each model knows, by the model's name. */
    public Map<String, Set<String>> options() {
        return Collections.unmodifiableMap(options);
    }

    /** The names of those that run on the JVM. */
    public Set<String> onJvm() {
        return onJvm;
    }

    /** Whether this model can be a server. One that is not known here, because a jar brings it, may be. */
    public boolean serves(String model) {
        return onJvm.contains(model)
                ? Models.load().named(model).serves()
                : runtimeOf(model).map(runtime -> runtime.serves(model)).orElse(true);
    }

    /** Whether this model runs units that a driver in its process hands over. */
    boolean runsInProcess(String model) {
        return runtimeOf(model).map(runtime -> runtime.runsInProcess(model)).orElse(true);
    }

    private Optional<ExternalRuntime> runtimeOf(String model) {
        return runtimes.values().stream()
                .filter(runtime -> runtime.models().contains(model))
                .findFirst();
    }

    /** The slots that an arm's model takes for a load. Of a model on another runtime: as many as are in flight. */
    public int slots(ConnectionLimits.ArmOnCores arm) {
        var model = arm.arm().model();
        return onJvm.contains(model) ? Models.load().named(model).slots(arm.cores(), arm.inFlight()) : arm.inFlight();
    }

    /** The runtimes other than the JVM, sorted by name. */
    public Collection<ExternalRuntime> runtimes() {
        return runtimes.values();
    }

    /** The runtime of that name; empty when there is none. */
    public Optional<ExternalRuntime> runtime(String name) {
        return Optional.ofNullable(runtimes.get(name));
    }

    /**
     * Checks that all of these models are known.
     *
     * @throws UsageException when one is not; the message lists the known ones
     */
    public void checkModels(Collection<String> asked) {
        check("model", asked, options.keySet());
    }

    /**
     * Checks that all of these runtimes are known.
     *
     * @throws UsageException when one is not; the message lists the known ones
     */
    public void checkRuntimes(Collection<String> asked) {
        check("runtime", asked, runtimes.keySet());
    }

    private static void check(String kind, Collection<String> asked, Collection<String> known) {
        for (var name : asked) {
            if (!known.contains(name)) {
                throw new UsageException(String.format(
                        Locale.ROOT,
                        "unknown %s '%s'; known: %s",
                        kind,
                        name,
                        known.isEmpty() ? "none" : String.join(", ", known)));
            }
        }
    }
}
