package dev.joust.compare.plan;

import dev.joust.scenario.Arm;
import dev.joust.scenario.ArmRuntime;
import dev.joust.scenario.Scenario;
import dev.joust.trial.ExternalRuntime;
import dev.joust.trial.ExternalRuntime.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The runtimes of the arms that choose their own, as this machine has them.
 *
 * @param all in the order of the scenarios
 */
public record RuntimeVariants(List<VariantCommand> all) {
    /** Where no arm chooses. */
    public static final RuntimeVariants NONE = new RuntimeVariants(List.of());

    /** As many start-up caches are kept for a session, beside that of the usual JVM. */
    static final int MAX_VARIANTS = 6;

    /** A variant, and the command of its trial processes. */
    public record VariantCommand(RuntimeVariant variant, List<String> command) {}

    public RuntimeVariants {
        all = List.copyOf(all);
    }

    /**
     * Finds each runtime that an arm chooses, and asks it for its version.
     *
     * @param flags of every JVM of the session
     * @throws UsageException when one cannot be used
     */
    public static RuntimeVariants find(ModelRegistry registry, List<String> flags, List<Scenario> scenarios) {
        List<VariantCommand> found = new ArrayList<>();
        for (var scenario : scenarios) {
            for (var arm : scenario.arms()) {
                var place = scenario.name() + "/" + arm.name();
                if (arm.runtime().isPresent()
                        && running(arm, usual(registry, arm), found).isEmpty()) {
                    found.add(of(registry, flags, arm, place));
                }
            }
        }
        if (found.size() > MAX_VARIANTS) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "a session has at most %d runtimes that arms choose, found %d",
                    MAX_VARIANTS,
                    found.size()));
        }
        return new RuntimeVariants(found);
    }

    private static Optional<RuntimeVariant> running(Arm arm, String usual, List<VariantCommand> found) {
        return RuntimeVariant.running(
                arm, usual, found.stream().map(VariantCommand::variant).toList());
    }

    private static Optional<ExternalRuntime> external(ModelRegistry registry, Arm arm) {
        return registry.runtimes().stream()
                .filter(runtime -> runtime.models().contains(arm.model()))
                .findFirst();
    }

    private static String usual(ModelRegistry registry, Arm arm) {
        return external(registry, arm).map(ExternalRuntime::name).orElse(TrialCommands.JVM);
    }

    private static VariantCommand of(ModelRegistry registry, List<String> flags, Arm arm, String place) {
        var asked = arm.runtime().orElseThrow();
        var external = external(registry, arm);
        if (external.isPresent() && asked.choosesJvm()
                || external.isEmpty() && asked.python().isPresent()) {
            throw bad(
                    place,
                    String.format(
                            Locale.ROOT,
                            "%s runs on %s, which has no %s",
                            arm.model(),
                            usual(registry, arm),
                            external.isPresent() ? "java, flags or jars" : "python"));
        }
        return external.isPresent()
                ? external(external.get(), asked, place)
                : jvm(asked, flags, arm.model(), registry.onJvm().contains(arm.model()), place);
    }

    private static VariantCommand external(ExternalRuntime runtime, ArmRuntime asked, String place) {
        return switch (runtime.launch(asked.python().map(Path::of))) {
            case Launch.Available(var command, String version) ->
                new VariantCommand(
                        new RuntimeVariant(name(runtime.name(), place), runtime.name(), asked, version, Map.of()),
                        command);
            case Launch.Missing(String reason) -> throw bad(place, reason);
        };
    }

    private static VariantCommand jvm(ArmRuntime asked, List<String> flags, String model, boolean known, String place) {
        Map<String, String> jars = new TreeMap<>();
        for (var jar : asked.jars()) {
            jars.put(jar, checked(place, () -> new ModelJar(Path.of(jar)).sha256()));
        }
        if (!known && asked.jars().stream().noneMatch(jar -> new ModelJar(Path.of(jar)).listsModels())) {
            throw bad(
                    place, String.format(Locale.ROOT, "unknown model '%s', and no jar of the arm lists models", model));
        }
        var java = new JavaProgram(asked.java().map(Path::of).orElseGet(JvmCommand::java));
        var version = checked(place, () -> java.version(JvmCommand.merged(flags, asked.flags())));
        return new VariantCommand(
                new RuntimeVariant(name(TrialCommands.JVM, place), TrialCommands.JVM, asked, version, jars),
                JvmCommand.jvm(asked, flags));
    }

    /** Something that may find an arm's runtime unusable. */
    @FunctionalInterface
    private interface RuntimeCheck {
        String run() throws UnusableRuntimeException;
    }

    private static String checked(String place, RuntimeCheck check) {
        try {
            return check.run();
        } catch (UnusableRuntimeException e) {
            throw bad(place, e.getMessage());
        }
    }

    private static UsageException bad(String place, String complaint) {
        return new UsageException("arm " + place + ": " + complaint);
    }

    private static String name(String runtime, String place) {
        return runtime + " of " + place;
    }

    /** What a session records of them. */
    public List<RuntimeVariant> found() {
        return all.stream().map(VariantCommand::variant).toList();
    }

    /** One line per variant that differs from the usual JVM in nothing, because the session has its flags anyway. */
    public List<String> cautions(List<String> flags) {
        return found().stream()
                .filter(one -> one.asked().java().isEmpty()
                        && one.asked().jars().isEmpty()
                        && one.asked().python().isEmpty()
                        && flags.containsAll(one.asked().flags()))
                .map(one -> String.format(
                        Locale.ROOT,
                        "%s differs in nothing: every JVM of the session has %s",
                        one.name(),
                        String.join(" ", one.asked().flags())))
                .toList();
    }

    /** The command of the variant of that name. */
    Optional<List<String>> command(String name) {
        return all.stream()
                .filter(one -> one.variant().name().equals(name))
                .map(VariantCommand::command)
                .findFirst();
    }
}
