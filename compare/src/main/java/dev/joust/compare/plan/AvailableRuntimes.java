package dev.joust.compare.plan;

import dev.joust.compare.plan.Selection.Chosen;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The runtimes that the chosen arms need, as this machine has them. A missing runtime is not a failure: its arms are
 * left out with the reason, and claims about them are not applicable.
 *
 * @param runtimes the runtimes other than the JVM that have an arm, by name
 */
public record AvailableRuntimes(Map<String, RuntimeStatus> runtimes) {
    /** Their trial process is one interpreter, with model and generator in it. */
    private static final String NO_OPEN_LOADS = "it takes no open load: its generator would share the lock";

    /**
     * Asks each runtime that has an arm whether it can be started here.
     *
     * @param executables programs that the user names, by runtime
     * @param jvmFlags of the session
     */
    public static AvailableRuntimes find(
            ModelRegistry registry, Map<String, Path> executables, List<String> jvmFlags, Chosen chosen) {
        Map<String, RuntimeStatus> runtimes = new TreeMap<>();
        for (var runtime : registry.runtimes()) {
            boolean needed = chosen.scenarios().stream()
                    .flatMap(scenario -> scenario.arms().stream())
                    .anyMatch(arm -> runtime.models().contains(arm.model()));
            if (needed) {
                var executable = Optional.ofNullable(executables.get(runtime.name()));
                runtimes.put(runtime.name(), RuntimeStatus.of(runtime, executable, jvmFlags));
            }
        }
        return new AvailableRuntimes(runtimes);
    }

    /**
     * Leaves out the arms that cannot run. A control that lacks an arm shows nothing, so it is left out whole.
     *
     * @throws UsageException when no question is left
     */
    public Chosen restrict(Chosen chosen) {
        List<Scenario> present = new ArrayList<>();
        List<UnavailableArm> unavailable = new ArrayList<>();
        for (var scenario : chosen.scenarios()) {
            List<Arm> arms = new ArrayList<>();
            for (var arm : scenario.arms()) {
                unavailable(scenario, arm).ifPresentOrElse(unavailable::add, () -> arms.add(arm));
            }
            boolean whole = arms.size() == scenario.arms().size();
            if (whole || !arms.isEmpty() && scenario.judging().control().isEmpty()) {
                present.add(scenario.with(arms));
            }
        }
        if (questions(present) == 0 && questions(chosen.scenarios()) > 0 || present.isEmpty()) {
            throw new UsageException("nothing is left to run: "
                    + unavailable.stream().map(UnavailableArm::sentence).collect(Collectors.joining("; ")));
        }
        return new Chosen(present, chosen.notAsked(), unavailable);
    }

    private static Optional<String> missing(Scenario scenario, RuntimeStatus runtime) {
        if (scenario.workload().http().isPresent()) {
            return runtime.missing(); // its clients are another process
        }
        return switch (scenario.workload().load()) {
            case Load.Batch _, Load.Closed _ -> runtime.missing();
            case Load.Open _, Load.Capacity _ -> Optional.of(NO_OPEN_LOADS);
        };
    }

    private static long questions(List<Scenario> scenarios) {
        return scenarios.stream()
                .filter(scenario -> scenario.judging().control().isEmpty())
                .count();
    }

    private Optional<UnavailableArm> unavailable(Scenario scenario, Arm arm) {
        return RuntimeStatus.running(arm, runtimes).flatMap(runtime -> missing(scenario, runtime.getValue())
                .map(reason -> new UnavailableArm(scenario.name(), arm.name(), runtime.getKey(), reason)));
    }
}
