package dev.joust.compare.versus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.versus.ThreeArms.Sides;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The scenario that {@code joust versus} makes of another. */
final class ThreeArmsTest {
    private static final ModelRegistry REGISTRY = ModelRegistry.found();
    private static final Scenario SCENARIO = SampleScenarios.batch("race", "Which?", List.of())
            .with(List.of(
                    Arm.of("platform-threads"),
                    new Arm("short", "gil-threads", Optional.of(3), 1, Map.of(), Map.of("interval", "1ms")),
                    Arm.of("virtual-threads")));

    @Test
    void baseHeadAndBaseAgainAreOneModel() {
        var arms = of("base", "flags=-Xint", Optional.empty()).arms();
        assertThat(arms).extracting(Arm::name).containsExactly("base", "head", "base-again");
        assertThat(arms).extracting(Arm::model).containsOnly("virtual-threads");
        assertThat(arms).extracting(arm -> arm.runtime().isPresent()).containsExactly(false, true, false);
    }

    @Test
    void anArmKeepsItsSlotsAndTheOptionsThatNoSideReplaces() {
        var arms = of("option.forced=false", "option.interval=5ms", Optional.of("short"))
                .arms();
        assertThat(arms).extracting(Arm::slots).containsOnly(Optional.of(3));
        assertThat(arms)
                .extracting(Arm::options)
                .containsExactly(
                        Map.of("interval", "1ms", "forced", "false"),
                        Map.of("interval", "5ms"),
                        Map.of("interval", "1ms", "forced", "false"));
        assertThat(of("base", "base", Optional.of("gil-threads"))
                        .arms()
                        .getFirst()
                        .options())
                .as("by the model's name too")
                .isEqualTo(Map.of("interval", "1ms"));
    }

    @Test
    void itsClaimsAreThatTheHeadKeepsUpAndThatTheBasesTie() {
        assertThat(of("base", "base", Optional.empty()).judging().claims())
                .extracting(Claim::toString)
                .containsExactly(
                        "head keeps up with base on makespan within 10 %",
                        "base-again ties base on makespan within 5 %");
    }

    @Test
    void anUnknownOptionOrModelIsRefused() {
        assertRefused("option.hop=x", Optional.empty(), "unknown option 'hop' of virtual-threads; known: none");
        assertRefused("base", Optional.of("loops"), "unknown model 'loops'; known: ");
        assertRefused("python=/py", Optional.empty(), "no model of scenario race fits BASE and HEAD; name one");
        assertThat(of("jars=/a.jar", "jars=/b.jar,option.depth=3", Optional.of("mine"))
                        .arms()
                        .get(1)
                        .options())
                .as("of a model that a jar brings nothing is known")
                .isEqualTo(Map.of("depth", "3"));
    }

    private static void assertRefused(String head, Optional<String> model, String start) {
        assertThatThrownBy(() -> of("base", head, model))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(start);
    }

    private static Scenario of(String base, String head, Optional<String> model) {
        var sides = new Sides(SideSpec.parse(base), SideSpec.parse(head));
        return new ThreeArms(model, sides, 0.05, 0.1).of(SCENARIO, "race.yaml", REGISTRY);
    }
}
