package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.FakeRuntime;
import dev.joust.compare.SessionFixture;
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
    private static final AvailableRuntimes MISSING = attendance(new Launch.Missing("no fake on the path"));

    private final Scenario race = SessionFixture.batch(
            "race",
            "?",
            List.of("processes", FakeRuntime.MODEL),
            SessionFixture.claim("processes", FakeRuntime.MODEL, new Claim.Beats(1.5), Metric.Quantity.MAKESPAN, 7));
    private final Scenario runtimes = SessionFixture.batch("foreign", "?", List.of(FakeRuntime.MODEL));
    private final Scenario control = SessionFixture.control("control", new Control.Same());

    @Test
    void whoIsThereRunsAsChosen() {
        var chosen = chosen(race, control);
        assertThat(attendance(new Launch.Available(List.of("fake"), "Fake 1.0")).of(chosen))
                .isEqualTo(chosen);
    }

    @Test
    void armsOfAMissingRuntimeAreLeftOutWithTheReasonAndTheirClaimsStay() {
        var present = MISSING.of(chosen(race, runtimes, control));
        assertThat(present.scenarios()).extracting(Scenario::name).containsExactly("race", "control");
        assertThat(present.scenarios().getFirst().arms()).extracting(Arm::name).containsExactly("processes");
        assertThat(present.scenarios().getFirst().judging().claims()).hasSize(1);
        assertThat(present.unavailable())
                .extracting(UnavailableArm::toString)
                .containsExactly(
                        "race: fake-threads is not available: no fake on the path",
                        "foreign: fake-threads is not available: no fake on the path");
    }

    @Test
    void aControlWithoutOneOfItsArmsIsLeftOutWhole() {
        var halved = SessionFixture.control("halved", new Control.Same())
                .with(List.of(Arm.of("one"), Arm.of(FakeRuntime.MODEL)));
        assertThat(MISSING.of(chosen(race, halved)).scenarios())
                .extracting(Scenario::name)
                .containsExactly("race");
    }

    @Test
    void whereNoQuestionIsLeftNothingRunsAndTheControlsAreNoQuestion() {
        assertThatThrownBy(() -> MISSING.of(chosen(runtimes, control)))
                .isInstanceOf(UsageException.class)
                .hasMessage("nothing is left to run: foreign: fake-threads is not available: no fake on the path");
        assertThat(MISSING.of(chosen(control)).scenarios()).containsExactly(control);
    }

    @Test
    void onlyARuntimeThatHasAnArmIsAskedAndWithTheProgramThatTheUserNamed() {
        var roster = ModelRegistry.of(Map.of("processes", Set.of()), List.of(new FakeRuntime()));
        var programs = Map.of(FakeRuntime.NAME, Path.of("no-such-program"));
        assertThat(AvailableRuntimes.called(roster, programs, chosen(control)).runtimes())
                .isEmpty();
        assertThat(AvailableRuntimes.called(roster, programs, chosen(race)).runtimes())
                .extractingByKey(FakeRuntime.NAME)
                .extracting(RuntimeStatus::status)
                .isEqualTo("not available: no-such-program is not there");
    }

    private static AvailableRuntimes attendance(Launch launch) {
        return new AvailableRuntimes(
                Map.of(FakeRuntime.NAME, new RuntimeStatus(Set.of(FakeRuntime.MODEL), Optional.empty(), launch)));
    }

    private static Chosen chosen(Scenario... scenarios) {
        return new Chosen(List.of(scenarios), List.of(), List.of());
    }
}
