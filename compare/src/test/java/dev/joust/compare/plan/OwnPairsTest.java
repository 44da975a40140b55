package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.FakeRuntime;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSweeps;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.session.SessionFolder;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Control;
import dev.joust.scenario.Pod;
import dev.joust.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnPairsTest {
    private final Scenario race = SampleScenarios.batch("race", "?", List.of("vertx-loop", "processes"));

    @Test
    void eachQuestionGetsAPairOfItsOwnShapeWithItsFirstModelTwice() {
        var limited = race.in(new Pod(Optional.of(0.5), Optional.empty()));
        var pairs = pairs(race, limited, SampleScenarios.control("control-aa", new Control.Same()));
        assertThat(pairs).extracting(Scenario::name).containsExactly("race-aa", limited.name() + "-aa");
        assertThat(pairs).extracting(Scenario::pod).containsExactly(race.pod(), limited.pod());
        var pair = pairs.getFirst();
        assertThat(pair.workload()).isEqualTo(race.workload());
        assertThat(pair.arms()).extracting(Arm::name).containsExactly("vertx-loop", "vertx-loop-again");
        assertThat(pair.arms()).extracting(Arm::model).containsOnly("vertx-loop");
        assertThat(pair.judging())
                .isEqualTo(new Scenario.Judging(
                        race.judging().primary(), List.of(), Optional.of(new Control.OwnPair("race"))));
    }

    @Test
    void aModelOnARuntimeThatMayBeMissingIsTwiceOnlyWhereThereIsNoOther() {
        var first = SampleScenarios.batch("first", "?", List.of(FakeRuntime.MODEL, "processes"));
        var alone = SampleScenarios.batch("alone", "?", List.of(FakeRuntime.MODEL, "fake-loop"));
        assertThat(pairs(first, alone))
                .extracting(pair -> pair.arms().getFirst().model())
                .containsExactly("processes", FakeRuntime.MODEL);
    }

    @Test
    void aScenarioOfOneArmHasNothingToJudgeAndANameIsTakenOnce() {
        var one = SampleScenarios.batch("one", "?", List.of("processes"));
        var taken = SampleScenarios.batch("race-aa", "?", List.of("vertx-loop", "processes"));
        assertThat(pairs(one, race, taken)).extracting(Scenario::name).containsExactly("race-aa-aa", "race-aa-aa-aa");
    }

    @Test
    void aSweepHasOnePairAtItsMiddleValue() {
        var arms = List.of("vertx-loop", "processes");
        var first = SampleSweeps.point("inFlight", 1, arms);
        var middle = SampleSweeps.point("inFlight", 10, arms);
        var last = SampleSweeps.point("inFlight", 100, arms);
        assertThat(pairs(first, middle, race, last))
                .extracting(Scenario::name)
                .containsExactly("sweep-10-aa", "race-aa");
        assertThat(pairs(first, middle, last).getFirst().point())
                .as("it is no part of the sweep")
                .isEmpty();
    }

    @Test
    void aSessionThatIsReadAgainHasItsPairs(@TempDir Path folder) throws Exception {
        var pair = pairs(race).getFirst();
        new SessionFixture(Profile.FULL).with(race).with(pair).save(folder.resolve("session"));
        var read = SessionFolder.open(folder.resolve("session")).readSession();
        assertThat(read.plan().scenarios()).containsExactly(race, pair);
    }

    private static List<Scenario> pairs(Scenario... scenarios) {
        return new OwnPairs(List.of(scenarios), List.of(new FakeRuntime())).pairs();
    }
}
