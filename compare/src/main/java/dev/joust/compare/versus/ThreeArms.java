package dev.joust.compare.versus;

import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.UsageException;
import dev.joust.scenario.Arm;
import dev.joust.scenario.ArmSettings;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Scenario;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes a scenario of three arms from another: its work, load, limits and primary metric, with one of its models as
 * base, as head, and as base again.
 *
 * @param model of the arms; empty: the first one that fits
 * @param margin the share by which the two bases may differ
 * @param within the difference between head and base that matters, as a share
 */
record ThreeArms(Optional<String> model, Sides sides, double margin, double within) {
    static final String BASE = "base";
    static final String HEAD = "head";
    static final String AGAIN = "base-again";
    private static final String SUFFIX = "-versus";
    private static final String USUAL_MODEL = "virtual-threads";

    /** What BASE and HEAD say. */
    record Sides(ArmSettings base, ArmSettings head) {
        List<ArmSettings> both() {
            return List.of(base, head);
        }
    }

    /** @param source the name or the file of the scenario, as the user says */
    Scenario of(Scenario scenario, String source, ModelRegistry registry) {
        var arm = arm(scenario, registry);
        var metric = scenario.judging().primary();
        var declared = new Claim.Source(source, 1);
        var claims = List.of(
                new Claim(
                        new Claim.Versus(HEAD, BASE, new Claim.KeepsUp(within)),
                        metric,
                        "The head is the base with a change.",
                        1,
                        declared),
                new Claim(
                        new Claim.Versus(AGAIN, BASE, new Claim.Ties(margin)),
                        metric,
                        "Both are the base. Where they differ, the instrument or the machine does.",
                        1,
                        declared));
        return new Scenario(
                scenario.name() + SUFFIX,
                String.format(
                        Locale.ROOT, "Is the head faster than the base, with %s in %s?", arm.model(), scenario.name()),
                Optional.empty(),
                scenario.workload(),
                scenario.pod(),
                List.of(
                        changed(arm, BASE, sides.base(), registry),
                        changed(arm, HEAD, sides.head(), registry),
                        changed(arm, AGAIN, sides.base(), registry)),
                new Scenario.Judging(metric, claims, Optional.empty()),
                Optional.empty());
    }

    private static Arm changed(Arm arm, String name, ArmSettings side, ModelRegistry registry) {
        var known = registry.options().get(arm.model());
        var options = new HashMap<>(arm.options());
        options.putAll(side.options());
        if (known != null && side.runtime().jars().isEmpty()) {
            for (var option : side.options().keySet()) {
                if (!known.contains(option)) {
                    throw new UsageException(String.format(
                            Locale.ROOT,
                            "unknown option '%s' of %s; known: %s",
                            option,
                            arm.model(),
                            known.isEmpty()
                                    ? "none"
                                    : String.join(", ", known.stream().sorted().toList())));
                }
            }
        }
        return new Arm(
                name,
                arm.model(),
                arm.slots(),
                arm.cpuFactor(),
                arm.inFlight(),
                options,
                side.runtime().unlessUsual());
    }

    private Arm arm(Scenario scenario, ModelRegistry registry) {
        return model.isPresent()
                ? named(scenario, model.get(), registry)
                : scenario.arms().stream()
                        .filter(arm -> fits(arm, registry))
                        .min((one, other) -> Boolean.compare(
                                other.model().equals(USUAL_MODEL), one.model().equals(USUAL_MODEL)))
                        .orElseThrow(() -> new UsageException(String.format(
                                Locale.ROOT,
                                "no model of scenario %s fits BASE and HEAD; name one with --model",
                                scenario.name())));
    }

    /** Whether the arm's model runs on what the sides choose. */
    private boolean fits(Arm arm, ModelRegistry registry) {
        boolean python =
                sides.both().stream().anyMatch(side -> side.runtime().python().isPresent());
        return python != registry.onJvm().contains(arm.model());
    }

    /** The arm of that name or model. A model that the scenario does not list runs without options. */
    private Arm named(Scenario scenario, String name, ModelRegistry registry) {
        var listed = scenario.arms().stream()
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .or(() -> scenario.arms().stream()
                        .filter(arm -> arm.model().equals(name))
                        .findFirst());
        if (listed.isEmpty()
                && sides.both().stream().anyMatch(side -> side.runtime().jars().isEmpty())) {
            registry.checkModels(List.of(name));
        }
        return listed.orElseGet(() -> Arm.of(name));
    }
}
