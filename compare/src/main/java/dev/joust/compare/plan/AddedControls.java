package dev.joust.compare.plan;

import dev.joust.compare.plan.Selection.Chosen;
import dev.joust.scenario.Scenario;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The controls of a session: those that the user asked for, and those that are added to any question.
 *
 * @param asked the scenarios that were read for the user
 * @param byName whether the user named each of them
 */
record AddedControls(List<ListedScenario> asked, boolean byName) {

    /** What was asked, and these controls; a control alone gets no other. */
    List<ListedScenario> to(List<ListedScenario> controls) {
        var questions = asked.stream().filter(listed -> byName || !listed.isControl());
        if (asked.stream().allMatch(ListedScenario::isControl)) {
            return asked;
        }
        var names = byName ? names() : Set.<String>of();
        return Stream.concat(
                        questions,
                        controls.stream()
                                .filter(control ->
                                        !names.contains(control.scenario().name())))
                .toList();
    }

    /** Leaves out the controls that need the service where no question does, unless they are named. */
    Chosen needed(Chosen chosen) {
        boolean service = chosen.scenarios().stream()
                .anyMatch(
                        scenario -> !isControl(scenario) && scenario.workload().needsService());
        var named = byName ? names() : Set.<String>of();
        return new Chosen(
                chosen.scenarios().stream()
                        .filter(scenario -> service
                                || !isControl(scenario)
                                || named.contains(scenario.name())
                                || !scenario.workload().needsService())
                        .toList(),
                chosen.notAsked(),
                chosen.unavailable());
    }

    private Set<String> names() {
        return asked.stream().map(listed -> listed.scenario().name()).collect(Collectors.toSet());
    }

    private static boolean isControl(Scenario scenario) {
        return scenario.judging().control().isPresent();
    }
}
