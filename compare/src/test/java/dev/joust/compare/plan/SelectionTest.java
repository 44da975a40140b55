package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.joust.compare.FakeRuntime;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSweeps;
import dev.joust.compare.plan.NotAsked.NotAskedReason;
import dev.joust.compare.plan.Selection.Chosen;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Control;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Pod;
import dev.joust.scenario.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SelectionTest {
    private static final Set<String> QUICK = Set.of("vertx-loop", "processes");

    private final Claim aboutVertx = beats("processes", "vertx-loop");
    private final Claim aboutReactor = beats("processes", "reactor-loop");
    private final Scenario race = SampleScenarios.batch(
            "race", "?", List.of("vertx-loop", "reactor-loop", "processes"), aboutVertx, aboutReactor);
    private final Scenario control = SampleScenarios.control("control", new Control.Same());

    @Test
    void quickLeavesOutArmsThatTheScenarioDoesNotListForItAndSaysWhichClaimsItDoesNotAsk() {
        var chosen = quick().select(own(race));
        assertThat(armsOfFirst(chosen)).containsExactly("vertx-loop", "processes");
        assertThat(chosen.scenarios().getFirst().judging().claims()).containsExactly(aboutVertx);
        assertThat(chosen.notAsked())
                .containsExactly(new NotAsked(
                        "race",
                        Optional.of(aboutReactor),
                        NotAskedReason.LEFT_OUT_BY_PROFILE,
                        List.of("reactor-loop"),
                        List.of("processes", "reactor-loop")));
    }

    @Test
    void allArmsOfAScenarioThatDoesNotSayWhatQuickRunsRunInEachProfile() {
        for (var profile : Profile.values()) {
            var chosen = new Selection(profile, Set.of()).select(usersFiles(race));
            assertThat(chosen.scenarios()).as("in %s", profile).containsExactly(race);
            assertThat(chosen.notAsked()).isEmpty();
        }
    }

    @Test
    void modelsThatNoClaimNamesAreReportedAsLeftOut() {
        var silent = SampleScenarios.batch("silent", "?", List.of("processes", "reactor-loop", "hybrid"));
        assertThat(quick().select(own(silent)).notAsked())
                .containsExactly(new NotAsked(
                        "silent",
                        Optional.empty(),
                        NotAskedReason.LEFT_OUT_BY_PROFILE,
                        List.of("hybrid", "reactor-loop"),
                        List.of("hybrid", "processes", "reactor-loop")));
    }

    @Test
    void aScenarioWhoseClaimsCannotBeAskedRunsOnlyWhenItIsNamed() {
        var loops = SampleScenarios.batch(
                "loops", "?", List.of("processes", "reactor-loop"), beats("processes", "reactor-loop"));
        var plain = SampleScenarios.batch("plain", "?", List.of("processes"));
        var all = own(race, loops, plain, control);
        assertThat(names(quick().selectAll(all))).containsExactly("race", "plain", "control");
        assertThat(quick().selectAll(all).notAsked())
                .extracting(NotAsked::scenario)
                .contains("loops");
        assertThat(names(quick().select(all))).containsExactly("race", "loops", "plain", "control");
        assertThat(new Selection(Profile.FULL, Set.of()).selectAll(all).scenarios())
                .hasSize(4);
    }

    @Test
    void whatASweepLeavesOutIsSaidOnceUnderTheNameOfTheSweep() {
        var arms = List.of("vertx-loop", "reactor-loop", "processes");
        var sweep = own(SampleSweeps.point("inFlight", 1, arms), SampleSweeps.point("inFlight", 2, arms));
        assertThat(quick().select(sweep).notAsked())
                .extracting(NotAsked::scenario, NotAsked::models)
                .containsExactly(tuple("sweep", List.of("reactor-loop")));
        assertThat(names(quick().select(sweep))).containsExactly("sweep-1", "sweep-2");
        var claiming = sweep.stream()
                .map(listed -> listed.scenario()
                        .with(new Scenario.Judging(
                                listed.scenario().judging().primary(), List.of(aboutReactor), Optional.empty())))
                .toArray(Scenario[]::new);
        assertThat(quick().select(own(claiming)).notAsked())
                .extracting(NotAsked::claim)
                .containsExactly(Optional.of(aboutReactor));
    }

    @Test
    void aScenarioWithLimitsOfItsOwnTakesNoOthers() {
        var half = new Pod(Optional.of(0.5), Optional.empty());
        var limited = quick().select(own(race)).limitedTo(List.of(half));
        assertThatThrownBy(() -> limited.limitedTo(List.of(half)))
                .isInstanceOf(UsageException.class)
                .hasMessage("scenario race-0.5cpu limits its trials to 0.5 CPU itself; leave out --cpus and --memory");
    }

    @Test
    void fullAsksEverything() {
        var chosen = new Selection(Profile.FULL, Set.of()).select(own(race));
        assertThat(chosen.scenarios()).containsExactly(race);
        assertThat(chosen.notAsked()).isEmpty();
    }

    @Test
    void theControlsRunWholeWhateverModelsAreAskedFor() {
        var chosen = new Selection(Profile.QUICK, Set.of("processes")).select(own(race, control));
        assertThat(armsOfFirst(chosen)).containsExactly("processes");
        assertThat(chosen.scenarios().getLast()).isEqualTo(control);
    }

    @Test
    void modelsThatTheUserNamesRunWhateverTheProfileRuns() {
        var models = Set.of("reactor-loop", "processes");
        for (var listed : List.of(own(race), usersFiles(race))) {
            var chosen = new Selection(Profile.QUICK, models).select(listed);
            assertThat(armsOfFirst(chosen)).containsExactly("reactor-loop", "processes");
            assertThat(chosen.notAsked())
                    .extracting(NotAsked::reason, NotAsked::models)
                    .containsExactly(tuple(NotAskedReason.LEFT_OUT_BY_MODELS, List.of("vertx-loop")));
        }
    }

    @Test
    void modelsInOtherLanguagesRunInFullAndInQuickWhenTheUserNamesThem() {
        var scenario = SampleScenarios.batch("other-language", "?", List.of("processes", FakeRuntime.MODEL));
        assertThat(armsOfFirst(quick().select(own(scenario)))).containsExactly("processes");
        assertThat(new Selection(Profile.FULL, Set.of()).select(own(scenario)).scenarios())
                .containsExactly(scenario);
        assertThat(armsOfFirst(new Selection(Profile.QUICK, Set.of(FakeRuntime.MODEL)).select(own(scenario))))
                .containsExactly(FakeRuntime.MODEL);
    }

    @Test
    void aModelThatNoChosenScenarioListsIsAnErrorThatSaysWhatTheyList() {
        var selection = new Selection(Profile.QUICK, Set.of("processes", "gil-threads"));
        assertThatThrownBy(() -> selection.select(own(race, control)))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "--models: no chosen scenario lists gil-threads; known: processes, reactor-loop, vertx-loop");
    }

    @Test
    void nothingLeftToRunIsAnErrorWithCauseAndCure() {
        var none = List.of(new ListedScenario(race, Optional.of(Set.of()), true));
        assertThatThrownBy(() -> quick().selectAll(none))
                .isInstanceOf(UsageException.class)
                .hasMessage("nothing is left to run: race: left out by quick; name it, or add --profile full");
    }

    @Test
    void aScenarioThatQuickLeavesOutRunsWholeWhenItIsNamedAndInFull() {
        var none = List.of(new ListedScenario(race, Optional.of(Set.of()), true));
        var all = Stream.concat(none.stream(), own(control).stream()).toList();
        assertThat(names(quick().selectAll(all))).containsExactly("control");
        assertThat(quick().selectAll(all).notAsked())
                .extracting(one -> one.sentence(Profile.QUICK))
                .containsExactly("race: left out by quick; name it, or add --profile full");
        assertThat(quick().select(none).scenarios()).containsExactly(race);
        assertThat(new Selection(Profile.FULL, Set.of()).selectAll(all).scenarios())
                .contains(race);
        assertThat(armsOfFirst(new Selection(Profile.QUICK, Set.of("processes", "vertx-loop")).selectAll(all)))
                .containsExactly("vertx-loop", "processes");
    }

    @Test
    void anArmIsLeftOutByItsOwnNameWhereItsModelTakesPart() {
        var threaded = new Arm("many", "processes", Optional.empty(), 1, Map.of(), Map.of());
        var scenario =
                SampleScenarios.batch("crowd", "?", List.of("processes")).with(List.of(Arm.of("processes"), threaded));
        assertThat(quick().select(own(scenario)).notAsked())
                .containsExactly(new NotAsked(
                        "crowd",
                        Optional.empty(),
                        NotAskedReason.LEFT_OUT_BY_PROFILE,
                        List.of("many"),
                        List.of("processes")));
    }

    @Test
    void eachQuestionIsAskedOncePerPodAndTheControlsRunWithoutLimits() {
        var half = new Pod(Optional.of(0.5), Optional.empty());
        var one = new Pod(Optional.of(1.0), Optional.empty());
        var limited = quick().select(own(race, control)).limitedTo(List.of(half, one));
        assertThat(limited.scenarios())
                .extracting(Scenario::pod)
                .containsExactly(Optional.of(half), Optional.of(one), Optional.empty());
    }

    private static Selection quick() {
        return new Selection(Profile.QUICK, Set.of());
    }

    private static Claim beats(String arm, String other) {
        return SampleScenarios.claim(arm, other, new Claim.Beats(1.5), Metric.Quantity.MAKESPAN, 7);
    }

    /** As Joust's own files: the profile quick runs some arms. */
    private static List<ListedScenario> own(Scenario... scenarios) {
        return Arrays.stream(scenarios)
                .map(scenario -> new ListedScenario(scenario, Optional.of(QUICK), true))
                .toList();
    }

    private static List<ListedScenario> usersFiles(Scenario... scenarios) {
        return Arrays.stream(scenarios)
                .map(scenario -> new ListedScenario(scenario, Optional.empty(), false))
                .toList();
    }

    private static List<String> names(Chosen chosen) {
        return chosen.scenarios().stream().map(Scenario::name).toList();
    }

    private static List<String> armsOfFirst(Chosen chosen) {
        return chosen.scenarios().getFirst().arms().stream().map(Arm::name).toList();
    }
}
