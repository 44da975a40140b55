package dev.joust.compare.plan;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Pod;
import dev.joust.trial.Calibration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which runtime each arm runs on: how its trials are started, and what a millisecond of CPU is there. All else is the same for all.
 *
 * @param jvm the command of a trial on the JVM
 * @param runtimes the other runtimes, by name
 * @param calibrations by runtime
 */
public record TrialCommands(
        List<String> jvm, Map<String, RuntimeStatus> runtimes, Map<String, Calibration> calibrations) {
    /** The name of Joust's own runtime among the calibrations. */
    public static final String JVM = "jvm";

    private static final Pattern HEAP = Pattern.compile("-Xm[sx].*");

    /** Starts a trial of this arm. Where memory is limited, a JVM finds the heap that suits it by itself, as it would in a container. */
    public List<String> command(Arm arm, Optional<Pod> pod) {
        var command = command(runtime(arm));
        return pod.flatMap(Pod::memoryBytes).isPresent() && runtime(arm).equals(JVM)
                ? command.stream().filter(word -> !HEAP.matcher(word).matches()).toList()
                : command;
    }

    /** Starts a trial on this runtime. */
    public List<String> command(String runtime) {
        return runtime.equals(JVM) ? jvm : runtimes.get(runtime).command().orElseThrow();
    }

    /** What a millisecond of CPU is for this arm. */
    public Calibration calibration(Arm arm) {
        return calibrations.get(runtime(arm));
    }

    /** The name of the runtime of this arm. */
    public String runtime(Arm arm) {
        return RuntimeStatus.running(arm, runtimes).map(Map.Entry::getKey).orElse(JVM);
    }
}
