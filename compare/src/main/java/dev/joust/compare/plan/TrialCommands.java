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
 * @param calibrations by runtime, those of variants too
 * @param variants the runtimes of the arms that choose their own
 */
public record TrialCommands(
        List<String> jvm,
        Map<String, RuntimeStatus> runtimes,
        Map<String, Calibration> calibrations,
        RuntimeVariants variants) {
    /** The name of the JVM among the runtimes. */
    public static final String JVM = "jvm";

    private static final Pattern HEAP = Pattern.compile("-Xm[sx].*");

    /**
     * The command of a trial process of this arm. With a memory limit the JVM chooses its own heap, as in a container.
     */
    public List<String> command(Arm arm, Optional<Pod> pod) {
        var command = command(runtime(arm));
        boolean ownHeap =
                arm.runtime().filter(own -> JvmCommand.choosesHeap(own.flags())).isPresent();
        return pod.flatMap(Pod::memoryBytes).isPresent() && !ownHeap
                ? command.stream().filter(word -> !HEAP.matcher(word).matches()).toList()
                : command;
    }

    /** The command of a trial process on this runtime or variant. */
    public List<String> command(String runtime) {
        return variants.command(runtime)
                .orElseGet(() -> runtime.equals(JVM)
                        ? jvm
                        : runtimes.get(runtime).command().orElseThrow());
    }

    /**
     * The calibration that sizes the work of this arm: of its usual runtime, also where the arm chooses its own. Sized
     * on its own, each JDK would take the time that the scenario says, and a slower one would look as fast as any.
     */
    public Calibration calibration(Arm arm) {
        return calibrations.get(usual(arm));
    }

    /** The name of the runtime of this arm: that of its variant, where it chooses its own. */
    public String runtime(Arm arm) {
        return RuntimeVariant.running(arm, usual(arm), variants.found())
                .map(RuntimeVariant::name)
                .orElseGet(() -> usual(arm));
    }

    private String usual(Arm arm) {
        return RuntimeStatus.running(arm, runtimes).map(Map.Entry::getKey).orElse(JVM);
    }
}
