package dev.joust.compare.plan;

import dev.joust.compare.plan.Selection.Chosen;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who of the chosen is there. A runtime that is not installed is no failure: its arms are left out, each with the reason, and a claim
 * about them is not applicable here.
 *
 * @param runtimes the runtimes other than the JVM that have an arm, by name
 */
public record AvailableRuntimes(Map<String, RuntimeStatus> runtimes) {

    /** Asks each runtime that has an arm, and no other, whether it can be started here. */
    public static AvailableRuntimes called(ModelRegistry roster, Map<String, Path> executables, Chosen chosen) {
        Map<String, RuntimeStatus> runtimes = new TreeMap<>();
        for (var runtime : roster.runtimes()) {
            boolean asked = chosen.scenarios().stream()
                    .flatMap(scenario -> scenario.arms().stream())
                    .anyMatch(arm -> runtime.models().contains(arm.model()));
            if (asked) {
                var executable = Optional.ofNullable(executables.get(runtime.name()));
                runtimes.put(runtime.name(), RuntimeStatus.of(runtime, executable));
            }
        }
        return new AvailableRuntimes(runtimes);
    }

    /**
     * Leaves out the arms that cannot run. A control without one of its arms shows nothing, so it is left out whole.
     *
     * @throws UsageException when no question is left
     */
    public Chosen of(Chosen chosen) {
        List<Scenario> present = new ArrayList<>();
        List<UnavailableArm> unavailable = new ArrayList<>();
        for (var scenario : chosen.scenarios()) {
            List<Arm> arms = new ArrayList<>();
            for (var arm : scenario.arms()) {
                missing(arm)
                        .ifPresentOrElse(
                                reason -> unavailable.add(new UnavailableArm(scenario.name(), arm.name(), reason)),
                                () -> arms.add(arm));
            }
            boolean whole = arms.size() == scenario.arms().size();
            if (whole || !arms.isEmpty() && scenario.judging().control().isEmpty()) {
                present.add(scenario.with(arms));
            }
        }
        if (questions(present) == 0 && questions(chosen.scenarios()) > 0 || present.isEmpty()) {
            throw new UsageException("nothing is left to run: "
                    + String.join(
                            "; ",
                            unavailable.stream().map(UnavailableArm::toString).toList()));
        }
        return new Chosen(present, chosen.notAsked(), unavailable);
    }

    private static long questions(List<Scenario> scenarios) {
        return scenarios.stream()
                .filter(scenario -> scenario.judging().control().isEmpty())
                .count();
    }

    private Optional<String> missing(Arm arm) {
        return RuntimeStatus.running(arm, runtimes).map(Map.Entry::getValue).flatMap(RuntimeStatus::missing);
    }
}
