package dev.joust.compare.plan;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Pod;
import dev.joust.trial.Calibration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the trials of each arm are started: on which runtime, by which command, with which calibration.
 *
 * @param jvm the command of a trial process on the JVM
 * @param runtimes the other runtimes, by name
 * @param calibrations by runtime
 */
public record TrialCommands(
        List<String> jvm, Map<String, RuntimeStatus> runtimes, Map<String, Calibration> calibrations) {
    /** The name of the JVM among the runtimes. */
    public static final String JVM = "jvm";

    private static final Pattern HEAP = Pattern.compile("-Xm[sx].*");

    /**
     * The command of a trial process of this arm. With a memory limit the JVM chooses its own heap, as in a container.
     */
    public List<String> command(Arm arm, Optional<Pod> pod) {
        var command = command(runtime(arm));
        return pod.flatMap(Pod::memoryBytes).isPresent() && runtime(arm).equals(JVM)
                ? command.stream().filter(word -> !HEAP.matcher(word).matches()).toList()
                : command;
    }

    /** The command of a trial process on this runtime. */
    public List<String> command(String runtime) {
        return runtime.equals(JVM) ? jvm : runtimes.get(runtime).command().orElseThrow();
    }

    /** The calibration of the runtime of this arm. */
    public Calibration calibration(Arm arm) {
        return calibrations.get(runtime(arm));
    }

    /** The name of the runtime of this arm. */
    public String runtime(Arm arm) {
        return RuntimeStatus.running(arm, runtimes).map(Map.Entry::getKey).orElse(JVM);
    }
}
