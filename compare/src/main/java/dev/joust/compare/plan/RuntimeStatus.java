package dev.joust.compare.plan;

import dev.joust.scenario.Arm;
import dev.joust.trial.ExternalRuntime;
import dev.joust.trial.ExternalRuntime.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A runtime other than the JVM, as a session finds it.
 *
 * @param models the names of its models
 * @param executable the program that the user names
 * @param launch the command of its trial processes, or why it cannot be started here
 */
public record RuntimeStatus(Set<String> models, Optional<String> executable, Launch launch) {
    public RuntimeStatus {
        models = new TreeSet<>(models);
    }

    /**
     * The status that the runtime reports.
     *
     * @param jvmFlags of the session, for a runtime that has a JVM
     */
    public static RuntimeStatus of(ExternalRuntime runtime, Optional<Path> executable, List<String> jvmFlags) {
        return new RuntimeStatus(
                runtime.models(), executable.map(Path::toString), runtime.launch(executable, jvmFlags));
    }

    /** The runtime of an arm, with its name; empty when it is the JVM. */
    public static Optional<Map.Entry<String, RuntimeStatus>> running(Arm arm, Map<String, RuntimeStatus> runtimes) {
        return runtimes.entrySet().stream()
                .filter(runtime -> runtime.getValue().runs(arm))
                .findFirst();
    }

    /** Whether the arm's model runs on this runtime. */
    public boolean runs(Arm arm) {
        return models.contains(arm.model());
    }

    /** The command of a trial process; empty when the runtime is not available. */
    public Optional<List<String>> command() {
        return launch instanceof Launch.Available(var command, var version) ? Optional.of(command) : Optional.empty();
    }

    /** Why it is not available; empty when it is. */
    public Optional<String> missing() {
        return launch instanceof Launch.Missing(String reason) ? Optional.of(reason) : Optional.empty();
    }

    /** The same runtime, not available for this reason. */
    public RuntimeStatus without(String reason) {
        return new RuntimeStatus(models, executable, new Launch.Missing(reason));
    }

    /** Its version and the path of its program, or why it is not available. */
    public String whereabouts() {
        return command()
                .map(command -> String.format(Locale.ROOT, "%s (%s)", status(), command.getFirst()))
                .orElseGet(this::status);
    }

    /** Its version, or why it is not available. It hides the program's path, because reports are shared. */
    public String status() {
        return switch (launch) {
            case Launch.Available(var command, String version) -> version;
            case Launch.Missing(String reason) -> "not available: " + reason;
        };
    }
}
