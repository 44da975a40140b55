package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.FakeRuntime;
import dev.joust.compare.SessionFixture;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Control;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Scenario;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SelectionTest {
    private final Scenario race = SessionFixture.batch(
            "race",
            "?",
            List.of("vertx-loop", "reactor-loop", "processes"),
            SessionFixture.claim("processes", "vertx-loop", new Claim.Beats(1.5), Metric.Quantity.MAKESPAN, 7),
            SessionFixture.claim("processes", "reactor-loop", new Claim.Beats(1.5), Metric.Quantity.MAKESPAN, 8));
    private final Scenario control = SessionFixture.control("control", new Control.Same());

    @Test
    void quickLeavesOutWhatOnlyFullRunsAndSaysWhichClaimsItDoesNotAsk() {
        var chosen = new Selection(Profile.QUICK, Set.of()).of(List.of(race));
        assertThat(chosen.scenarios().getFirst().arms())
                .extracting(Arm::name)
                .containsExactly("vertx-loop", "processes");
        assertThat(chosen.scenarios().getFirst().judging().claims()).hasSize(1);
        assertThat(chosen.notAsked())
                .containsExactly("race: processes beats reactor-loop on makespan by 1.5x: reactor-loop does not run");
    }

    @Test
    void aScenarioThatCannotAskItsClaimsRunsOnlyWhenItIsNamed() {
        var runtimes = SessionFixture.batch(
                "foreign",
                "?",
                List.of("processes", "reactor-loop"),
                SessionFixture.claim("processes", "reactor-loop", new Claim.Beats(1.5), Metric.Quantity.MAKESPAN, 7));
        var plain = SessionFixture.batch("plain", "?", List.of("processes"));
        var all = List.of(race, runtimes, plain, control);
        var quick = new Selection(Profile.QUICK, Set.of());
        assertThat(quick.ofAll(all).scenarios()).extracting(Scenario::name).containsExactly("race", "plain", "control");
        assertThat(quick.ofAll(all).notAsked())
                .contains("foreign: processes beats reactor-loop on makespan by 1.5x: reactor-loop does not run");
        assertThat(quick.of(all).scenarios())
                .extracting(Scenario::name)
                .containsExactly("race", "foreign", "plain", "control");
        assertThat(new Selection(Profile.FULL, Set.of()).ofAll(all).scenarios()).hasSize(4);
    }

    @Test
    void fullAsksEverything() {
        var chosen = new Selection(Profile.FULL, Set.of()).of(List.of(race));
        assertThat(chosen.scenarios()).containsExactly(race);
        assertThat(chosen.notAsked()).isEmpty();
    }

    @Test
    void theControlsRunWholeWhateverModelsAreAskedFor() {
        var chosen = new Selection(Profile.QUICK, Set.of("processes")).of(List.of(race, control));
        assertThat(chosen.scenarios().getFirst().arms()).extracting(Arm::name).containsExactly("processes");
        assertThat(chosen.scenarios().getLast()).isEqualTo(control);
    }

    @Test
    void modelsThatAreAskedForRunWhateverTheProfileRuns() {
        var chosen = new Selection(Profile.QUICK, Set.of("reactor-loop", "processes")).of(List.of(race));
        assertThat(chosen.scenarios().getFirst().arms())
                .extracting(Arm::name)
                .containsExactly("reactor-loop", "processes");
    }

    @Test
    void modelsInOtherLanguagesRunInFullAndInQuickWhenTheyAreAskedFor() {
        var runtimes = SessionFixture.batch("foreign", "?", List.of("processes", FakeRuntime.MODEL));
        assertThat(new Selection(Profile.QUICK, Set.of())
                        .of(List.of(runtimes))
                        .scenarios()
                        .getFirst()
                        .arms())
                .extracting(Arm::name)
                .containsExactly("processes");
        assertThat(new Selection(Profile.FULL, Set.of()).of(List.of(runtimes)).scenarios())
                .containsExactly(runtimes);
        assertThat(new Selection(Profile.QUICK, Set.of(FakeRuntime.MODEL))
                        .of(List.of(runtimes))
                        .scenarios()
                        .getFirst()
                        .arms())
                .extracting(Arm::name)
                .containsExactly(FakeRuntime.MODEL);
    }

    @Test
    void nothingLeftToRunIsAnError() {
        assertThatThrownBy(() -> new Selection(Profile.QUICK, Set.of("gil-threads")).of(List.of(race)))
                .isInstanceOf(UsageException.class)
                .hasMessage("nothing runs: race: none of its models runs");
    }
}
