package dev.joust.compare.report.build;

import static dev.joust.compare.report.build.ReportQueries.arm;
import static dev.joust.compare.report.build.ReportQueries.comparison;
import static dev.joust.compare.report.build.ReportQueries.scenario;
import static dev.joust.compare.report.build.ReportQueries.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.FakeRuntime;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSession;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.report.ArmReport;
import dev.joust.compare.report.ArmState;
import dev.joust.compare.report.Fact;
import dev.joust.compare.report.Report;
import dev.joust.compare.stats.VerdictOutcome;
import dev.joust.compare.verdict.Conclusion;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.trial.ExternalRuntime.Launch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportBuilderTest {
    private static final Report REPORT = SampleSession.lab().report();

    @Test
    void theWinnerIsTheReferenceAndTheOthersAreBehind() {
        var scenario = scenario(REPORT, "cpu-bound");

        assertThat(states(scenario)).containsExactly(ArmState.BEHIND, ArmState.BEHIND, ArmState.BEHIND, ArmState.WIN);
        assertThat(scenario.reference()).contains("virtual-threads");
        assertThat(arm(scenario, "virtual-threads").result().ratioToBest()).isEmpty();
        var behind = arm(scenario, "processes").result().ratioToBest().orElseThrow();
        assertThat(behind.ratio()).isCloseTo(1.65, within(0.05));
        assertThat(behind.low()).isGreaterThan(1.5);
        assertThat(scenario.winner().lead().orElseThrow().over()).isEqualTo("processes");
    }

    @Test
    void theRatioIsAboveOneAlsoWhereHigherIsBetter() {
        var behind = arm(scenario(REPORT, "io-bound"), "processes")
                .result()
                .ratioToBest()
                .orElseThrow();

        assertThat(behind.ratio()).isCloseTo(6.07, within(0.1));
    }

    @Test
    void tiedArmsAreNotInconclusive() {
        assertThat(states(scenario(REPORT, "io-bound")))
                .containsExactly(ArmState.TIE, ArmState.TIE, ArmState.BEHIND, ArmState.TIE);
        assertThat(scenario(REPORT, "io-bound").winner().text())
                .isEqualTo("gil-threads, vertx-loop and virtual-threads tie among 4 models");
    }

    @Test
    void noiseIsInconclusiveAndWrongAnswersAreInvalid() {
        assertThat(states(scenario(REPORT, "mixed")))
                .containsExactly(ArmState.BEHIND, ArmState.INVALID, ArmState.INCONCLUSIVE, ArmState.INCONCLUSIVE);
    }

    @Test
    void anInvalidArmHasNoValueNoRatioAndNoLatency() {
        var invalid = arm(scenario(REPORT, "mixed"), "gil-threads");

        assertThat(invalid.result().median()).isEmpty();
        assertThat(invalid.result().ratioToBest()).isEmpty();
        assertThat(invalid.result().efficiency()).isEmpty();
        assertThat(invalid.latencies()).isEmpty();
        assertThat(invalid.resourceUsage()).isEmpty();
        assertThat(invalid.trials().invalid())
                .hasSize(SessionFixture.BLOCKS)
                .allSatisfy(trial -> assertThat(trial.reason()).isEqualTo("wrong answers: 2 of 4 of task"));
        assertThat(invalid.trials().units().wrong()).isEqualTo(2 * SessionFixture.BLOCKS);
    }

    @Test
    void aTrialThatCrashedHasAReasonAndNoPoint() {
        var trials = arm(scenario(REPORT, "mixed"), "virtual-threads").trials();

        assertThat(trials.invalid())
                .containsExactly(new ArmReport.InvalidTrial(3, "failed: it was killed by signal 9"));
        assertThat(trials.points()).extracting(ArmReport.TrialPoint::block).containsExactly(1, 2, 4, 5, 6);
    }

    @Test
    void trialsThatAreNotSteadyAreCounted() {
        assertThat(arm(scenario(REPORT, "mixed"), "processes").trials().notSteady())
                .isEqualTo(SessionFixture.BLOCKS);
        assertThat(arm(scenario(REPORT, "mixed"), "vertx-loop").trials().notSteady())
                .isZero();
    }

    @Test
    void anArmThatNeverRanDidNotTakePart() {
        assertThat(states(scenario(REPORT, "never-run"))).containsExactly(ArmState.ABSENT, ArmState.ABSENT);
    }

    @Test
    void aPrimaryMetricWithTooFewUnitsHasNoValue() {
        assertThat(states(scenario(REPORT, "tail"))).containsExactly(ArmState.NO_VALUE, ArmState.NO_VALUE);
    }

    @Test
    void everyVerdictHasItsClaim() {
        assertThat(REPORT.claims())
                .extracting(claim -> claim.outcome())
                .containsExactly(
                        VerdictOutcome.REFUTED,
                        VerdictOutcome.HELD,
                        VerdictOutcome.NOT_APPLICABLE,
                        VerdictOutcome.HELD,
                        VerdictOutcome.INCONCLUSIVE,
                        VerdictOutcome.INCONCLUSIVE);
        assertThat(REPORT.tally()).isEqualTo("2 held, 1 refuted, 2 inconclusive, 1 not applicable");
    }

    @Test
    void resourceUsageIsAMedianAndWhatIsUnknownStaysUnknown() {
        var known = arm(scenario(REPORT, "cpu-bound"), "gil-threads");

        assertThat(known.amount("threads")).contains(19.0);
        assertThat(known.amount("lock-handovers")).contains(12.0);
        assertThat(known.amount("memory-proportional")).isEmpty();
        assertThat(known.amount("cpu-per-unit").orElseThrow()).isCloseTo(450, within(10.0));
        var unread = arm(scenario(REPORT, "io-bound"), "processes");
        assertThat(unread.amount("late-trials")).contains(6.0);
        assertThat(unread.resourceUsage())
                .filteredOn(amount -> !amount.key().equals("late-trials"))
                .isNotEmpty()
                .allSatisfy(amount -> assertThat(amount.value()).isEmpty());
    }

    @Test
    void efficiencyIsTheMedianShareOfTheAnalyticLimit() {
        assertThat(arm(scenario(REPORT, "cpu-bound"), "virtual-threads")
                        .result()
                        .efficiency()
                        .orElseThrow())
                .isCloseTo(0.75, within(0.02));
    }

    @Test
    void whereArithmeticSetsNoLimitThereIsNoEfficiency() {
        var report = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.streams("stream", 16, List.of("vertx-loop", "gil-threads")))
                .arm("vertx-loop", block -> SampleTrial.closed(900, 16))
                .arm("gil-threads", block -> SampleTrial.closed(700, 16))
                .report();

        assertThat(arm(scenario(report, "stream"), "vertx-loop").result().efficiency())
                .isEmpty();
    }

    @Test
    void theServiceIsShown() {
        assertThat(REPORT.context().facts()).contains(new Fact("service", "process on 127.0.0.1"));
        assertThat(REPORT.context().facts()).extracting(Fact::name).doesNotContain("service JVM flags");
        assertThat(comparison(new SessionFixture(Profile.QUICK))
                        .serviceFlags("-Xms1g", "-Xmx1g")
                        .report()
                        .context()
                        .facts())
                .containsSequence(
                        new Fact("service", "process on 127.0.0.1"), new Fact("service JVM flags", "-Xms1g -Xmx1g"));
    }

    @Test
    void aMissingRuntimeIsShownAndItsClaimsAreNotApplicable() {
        var missing = new RuntimeStatus(
                Set.of(FakeRuntime.MODEL), Optional.empty(), new Launch.Missing("no fake on the path"));
        var claim = SampleScenarios.claim("processes", FakeRuntime.MODEL, new Beats(1.2), Quantity.MAKESPAN, 3);
        var lab = new SessionFixture(Profile.QUICK)
                .controls()
                .with(SampleScenarios.batch("comparison", "Who is faster?", List.of("processes"), claim))
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(0.7, block, 0.02)))
                .runtime(FakeRuntime.NAME, missing, FakeRuntime.MODEL);
        var report = lab.report();

        assertThat(report.claims()).singleElement().satisfies(shown -> {
            assertThat(shown.outcome()).isEqualTo(VerdictOutcome.NOT_APPLICABLE);
            assertThat(shown.text()).contains("fake-threads is not available: no fake on the path");
        });
        assertThat(report.context().notAsked().lines())
                .containsExactly("comparison/fake-threads: not available: fake: no fake on the path");
        assertThat(report.context().facts()).contains(new Fact(FakeRuntime.NAME, "not available: no fake on the path"));
        assertThat(lab.judgement().conclusion()).isEqualTo(Conclusion.HELD);
    }

    @Test
    void questionsAboutModelsAreReadBeforeTheControls() {
        var report = comparison(new SessionFixture(Profile.QUICK).controls()).report();

        assertThat(report.ordered())
                .extracting(scenario -> scenario.question().name())
                .containsExactly("comparison", "control-aa", "control-slower", "sleepers");
    }
}
