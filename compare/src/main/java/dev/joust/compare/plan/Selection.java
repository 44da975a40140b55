package dev.joust.compare.plan;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What runs of the scenarios that were read: the arms of the profile, and the claims that can be asked of them. What is left out
 * is said, not dropped in silence.
 *
 * @param models these and no others, whatever the profile runs, if there are any
 */
public record Selection(Profile profile, Set<String> models) {

    /**
     * @param scenarios as they run
     * @param notAsked the claims that are not asked, each with the reason
     * @param unavailable the arms whose runtime is not available
     */
    public record Chosen(List<Scenario> scenarios, List<String> notAsked, List<UnavailableArm> unavailable) {}

    /** What runs of these when nobody named one: scenarios whose claims cannot be asked of the arms that run are left out too. */
    public Chosen ofAll(List<Scenario> all) {
        var chosen = of(all);
        var asking = chosen.scenarios().stream().filter(s -> asks(s, all)).toList();
        return asking.isEmpty() ? chosen : new Chosen(asking, chosen.notAsked(), chosen.unavailable());
    }

    /** A scenario without claims asks by its question alone. */
    private static boolean asks(Scenario chosen, List<Scenario> all) {
        return !chosen.judging().claims().isEmpty()
                || all.stream()
                        .filter(s -> s.name().equals(chosen.name()))
                        .allMatch(s -> s.judging().claims().isEmpty());
    }

    /** What runs of these, which somebody named. */
    public Chosen of(List<Scenario> all) {
        List<Scenario> chosen = new ArrayList<>();
        List<String> notAsked = new ArrayList<>();
        for (var scenario : all) {
            var arms = arms(scenario);
            if (arms.isEmpty()) {
                notAsked.add("%s: none of its models runs".formatted(scenario.name()));
                continue;
            }
            chosen.add(scenario.with(arms).with(judging(scenario, arms, notAsked)));
        }
        if (chosen.isEmpty()) {
            throw new UsageException("nothing runs: " + String.join("; ", notAsked));
        }
        return new Chosen(chosen, notAsked, List.of());
    }

    private List<Arm> arms(Scenario scenario) {
        if (models.isEmpty() || scenario.judging().control().isPresent()) {
            return profile.arms(scenario);
        }
        return scenario.arms().stream()
                .filter(arm -> models.contains(arm.model()))
                .toList();
    }

    private static Scenario.Judging judging(Scenario scenario, List<Arm> arms, List<String> notAsked) {
        var names = arms.stream().map(Arm::name).collect(Collectors.toSet());
        List<Claim> asked = new ArrayList<>();
        for (var claim : scenario.judging().claims()) {
            var versus = claim.versus();
            if (names.contains(versus.arm()) && names.contains(versus.other())) {
                asked.add(claim);
            } else {
                notAsked.add("%s: %s: %s does not run"
                        .formatted(
                                scenario.name(), claim, names.contains(versus.arm()) ? versus.other() : versus.arm()));
            }
        }
        return new Scenario.Judging(
                scenario.judging().primary(), asked, scenario.judging().control());
    }
}
