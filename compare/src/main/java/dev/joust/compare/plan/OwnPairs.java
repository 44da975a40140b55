package dev.joust.compare.plan;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Control;
import dev.joust.scenario.Scenario;
import dev.joust.trial.ExternalRuntime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The A/A pairs of a session's questions: the work, load and limits of each, with its first model twice. The general
 * pair computes, so it cannot see what disturbs calls or streams. A sweep has one pair, at its middle value.
 *
 * @param runtimes those that may be missing; a model on none of them is preferred
 */
record OwnPairs(List<Scenario> scenarios, Collection<ExternalRuntime> runtimes) {
    private static final String PAIR = "-aa";
    private static final String AGAIN = "-again";

    /** One pair per question that compares at least two arms. */
    List<Scenario> pairs() {
        Set<String> taken = scenarios.stream().map(Scenario::name).collect(Collectors.toSet());
        List<Scenario> pairs = new ArrayList<>();
        for (var scenario : scenarios) {
            if (scenario.judging().control().isEmpty() && scenario.arms().size() > 1 && hasPair(scenario)) {
                var name = free(scenario.name() + PAIR, taken);
                taken.add(name);
                pairs.add(pair(scenario, name));
            }
        }
        return pairs;
    }

    private boolean hasPair(Scenario scenario) {
        if (scenario.point().isEmpty()) {
            return true;
        }
        var values = scenarios.stream()
                .filter(other -> other.point().isPresent() && other.family().equals(scenario.family()))
                .toList();
        return values.get(values.size() / 2).equals(scenario);
    }

    private Scenario pair(Scenario scenario, String name) {
        var first = scenario.arms().stream()
                .filter(arm ->
                        runtimes.stream().noneMatch(runtime -> runtime.models().contains(arm.model())))
                .findFirst()
                .orElse(scenario.arms().getFirst());
        return new Scenario(
                name,
                String.format(
                        Locale.ROOT,
                        "Does the instrument find a winner between %s and itself in %s?",
                        first.name(),
                        scenario.name()),
                Optional.empty(),
                scenario.workload(),
                scenario.pod(),
                List.of(first, again(first)),
                new Scenario.Judging(
                        scenario.judging().primary(), List.of(), Optional.of(new Control.OwnPair(scenario.name()))),
                Optional.empty());
    }

    private static Arm again(Arm arm) {
        return arm.named(arm.name() + AGAIN);
    }

    private static String free(String name, Set<String> taken) {
        return taken.contains(name) ? free(name + PAIR, taken) : name;
    }
}
