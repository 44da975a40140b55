package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.FakeRuntime;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.plan.Selection.Chosen;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Control;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Scenario;
import dev.joust.trial.ExternalRuntime.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AvailableRuntimesTest {
    private static final AvailableRuntimes MISSING = availability(new Launch.Missing("no fake on the path"));

    private final Scenario race = SampleScenarios.batch(
            "race",
            "?",
            List.of("processes", FakeRuntime.MODEL),
            SampleScenarios.claim("processes", FakeRuntime.MODEL, new Claim.Beats(1.5), Metric.Quantity.MAKESPAN, 7));
    private final Scenario runtimes = SampleScenarios.batch("other-language", "?", List.of(FakeRuntime.MODEL));
    private final Scenario control = SampleScenarios.control("control", new Control.Same());

    @Test
    void withEveryRuntimeTheChoiceStaysAsItIs() {
        var chosen = chosen(race, control);
        assertThat(availability(new Launch.Available(List.of("fake"), "Fake 1.0"))
                        .restrict(chosen))
                .isEqualTo(chosen);
    }

    @Test
    void armsOfAMissingRuntimeAreLeftOutWithTheReasonAndTheirClaimsStay() {
        var present = MISSING.restrict(chosen(race, runtimes, control));
        assertThat(present.scenarios()).extracting(Scenario::name).containsExactly("race", "control");
        assertThat(present.scenarios().getFirst().arms()).extracting(Arm::name).containsExactly("processes");
        assertThat(present.scenarios().getFirst().judging().claims()).hasSize(1);
        assertThat(present.unavailable())
                .extracting(UnavailableArm::sentence)
                .containsExactly(
                        "race/fake-threads: not available: fake: no fake on the path",
                        "other-language/fake-threads: not available: fake: no fake on the path");
    }

    @Test
    void anOpenLoadIsNotForARuntimeWhoseGeneratorSharesTheLock() {
        var arms = List.of("processes", FakeRuntime.MODEL);
        var open = SampleScenarios.open("shop", 100, Metric.Quantity.GOODPUT, arms);
        var search = SampleScenarios.capacity("limit", arms);
        var present =
                availability(new Launch.Available(List.of("fake"), "Fake 1.0")).restrict(chosen(race, open, search));
        assertThat(present.scenarios())
                .extracting(scenario -> scenario.arms().size())
                .containsExactly(2, 1, 1);
        assertThat(present.unavailable())
                .extracting(UnavailableArm::sentence)
                .containsExactly(
                        "shop/fake-threads: not available: fake: it takes no open load: its generator would share the"
                                + " lock",
                        "limit/fake-threads: not available: fake: it takes no open load: its generator would share"
                                + " the lock");
    }

    @Test
    void aControlWithoutOneOfItsArmsIsLeftOutWhole() {
        var halved = SampleScenarios.control("halved", new Control.Same())
                .with(List.of(Arm.of("one"), Arm.of(FakeRuntime.MODEL)));
        assertThat(MISSING.restrict(chosen(race, halved)).scenarios())
                .extracting(Scenario::name)
                .containsExactly("race");
    }

    @Test
    void withoutAQuestionNothingRunsAndAControlIsNotAQuestion() {
        assertThatThrownBy(() -> MISSING.restrict(chosen(runtimes, control)))
                .isInstanceOf(UsageException.class)
                .hasMessage("nothing is left to run: other-language/fake-threads: not available: fake: no fake on"
                        + " the path");
        assertThat(MISSING.restrict(chosen(control)).scenarios()).containsExactly(control);
    }

    @Test
    void onlyRuntimesWithAnArmAreAskedAndWithTheProgramThatTheUserNames() {
        var registry = ModelRegistry.of(Map.of("processes", Set.of()), List.of(new FakeRuntime()));
        var programs = Map.of(FakeRuntime.NAME, Path.of("no-such-program"));
        assertThat(AvailableRuntimes.find(registry, programs, List.of(), chosen(control))
                        .runtimes())
                .isEmpty();
        assertThat(AvailableRuntimes.find(registry, programs, List.of(), chosen(race))
                        .runtimes())
                .extractingByKey(FakeRuntime.NAME)
                .extracting(RuntimeStatus::status)
                .isEqualTo("not available: no-such-program is not there");
    }

    @Test
    void theSummaryHasOneLinePerRuntime() {
        var race = new UnavailableArm("race", "a", "fake", "no fake on the path");
        var walk = new UnavailableArm("walk", "b", "fake", "no fake on the path");
        assertThat(UnavailableArm.summary(List.of(race, walk)))
                .containsExactly("not available: fake: no fake on the path");
    }

    private static AvailableRuntimes availability(Launch launch) {
        return new AvailableRuntimes(
                Map.of(FakeRuntime.NAME, new RuntimeStatus(Set.of(FakeRuntime.MODEL), Optional.empty(), launch)));
    }

    private static Chosen chosen(Scenario... scenarios) {
        return new Chosen(List.of(scenarios), List.of(), List.of());
    }
}
