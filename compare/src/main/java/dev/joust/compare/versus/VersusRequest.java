package dev.joust.compare.versus;

import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.ScenarioChoice;
import dev.joust.compare.plan.ScenarioRequest;
import dev.joust.compare.plan.Selection.Chosen;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.versus.ThreeArms.Sides;
import dev.joust.scenario.ArmRuntime;
import dev.joust.scenario.ArmSettings;
import dev.joust.scenario.Control;
import dev.joust.scenario.Pod;
import dev.joust.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which change is asked of which scenarios.
 *
 * @param scenarios of Joust's own by name, or files
 * @param model that runs; empty: of each scenario the first one that fits
 * @param within the difference that matters, as a share; empty: the margin of the profile
 * @param controls whether a session that judges adds the controls
 */
public record VersusRequest(
        List<String> scenarios, Optional<String> model, Sides sides, Optional<Double> within, boolean controls)
        implements ScenarioChoice {

    /** With the controls, and the margin of the profile. */
    public static VersusRequest of(List<String> scenarios, Optional<String> model, ArmSettings base, ArmSettings head) {
        return new VersusRequest(scenarios, model, new Sides(base, head), Optional.empty(), true);
    }

    /** The same with another difference that matters. */
    public VersusRequest within(Optional<Double> share) {
        return new VersusRequest(scenarios, model, sides, share, controls);
    }

    /** The same without the controls. */
    @Override
    public VersusRequest withoutControls() {
        return new VersusRequest(scenarios, model, sides, within, false);
    }

    @Override
    public List<Pod> pods() {
        return List.of();
    }

    /** Each scenario has its A/A pair in the two bases, so no other pair is added in its shape. */
    @Override
    public Chosen choose(Profile profile, ModelRegistry registry) {
        double margin = profile.looks().margin();
        var arms = new ThreeArms(model, sides, margin, within.orElse(margin));
        var named = ScenarioRequest.of(scenarios, Set.of(), List.of());
        boolean judges = profile.looks().judges() && controls;
        // every arm is asked for, also those that quick leaves out
        var whole = (judges ? named : named.withoutControls()).choose(Profile.FULL, registry);
        var chosen = whole.scenarios().stream()
                .filter(scenario -> !(scenario.judging().control().orElse(null) instanceof Control.OwnPair))
                .map(scenario -> scenario.judging().control().isPresent()
                        ? scenario
                        : arms.of(scenario, source(scenario), registry))
                .toList();
        if (chosen.stream().allMatch(scenario -> scenario.judging().control().isPresent())) {
            throw new UsageException("--scenario names controls only; they have no model to change");
        }
        return new Chosen(chosen, List.of(), List.of());
    }

    /** The scenario as the user named it. */
    private String source(Scenario scenario) {
        return scenarios.stream()
                .filter(name -> Path.of(name)
                        .getFileName()
                        .toString()
                        .replaceFirst("\\.ya?ml$", "")
                        .equals(scenario.family()))
                .findFirst()
                .orElseGet(() -> scenarios.size() == 1 ? scenarios.getFirst() : scenario.family());
    }

    @Override
    public Set<ArmRuntime> runtimes(ModelRegistry registry) {
        return sides.both().stream()
                .flatMap(side -> side.runtime().unlessUsual().stream())
                .collect(Collectors.toSet());
    }

    /** The program of CPython on which work is sized, where a side names one: the base's before the head's. */
    public Optional<Path> python() {
        return sides.both().stream()
                .flatMap(side -> side.runtime().python().stream())
                .map(Path::of)
                .findFirst();
    }
}
