package dev.joust.compare.report.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.FakeRuntime;
import dev.joust.compare.SampleSession;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.report.ArmReport;
import dev.joust.compare.report.ArmState;
import dev.joust.compare.report.Report;
import dev.joust.compare.report.ScenarioReport;
import dev.joust.compare.stats.Verdict.Outcome;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Control;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.trial.ExternalRuntime.Launch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportBuilderTest {
    private static final Report REPORT = SampleSession.lab().report();

    @Test
    void theWinnerIsTheReferenceAndTheOthersAreBehindIt() {
        var scenario = scenario(REPORT, "cpu-bound");

        assertThat(states(scenario)).containsExactly(ArmState.BEHIND, ArmState.BEHIND, ArmState.BEHIND, ArmState.WIN);
        assertThat(scenario.podium().reference()).contains("virtual-threads");
        assertThat(arm(scenario, "virtual-threads").standing().behind()).isEmpty();
        var behind = arm(scenario, "processes").standing().behind().orElseThrow();
        assertThat(behind.ratio()).isCloseTo(1.65, within(0.05));
        assertThat(behind.low()).isGreaterThan(1.5);
        assertThat(scenario.podium().margin().orElseThrow()).endsWith("over processes");
    }

    @Test
    void aMetricOfWhichMoreIsBetterPutsTheLesserBehindToo() {
        var behind = arm(scenario(REPORT, "io-bound"), "processes")
                .standing()
                .behind()
                .orElseThrow();

        assertThat(behind.ratio()).isCloseTo(6.07, within(0.1));
    }

    @Test
    void theTiedAreTiedAndNotInconclusive() {
        assertThat(states(scenario(REPORT, "io-bound")))
                .containsExactly(ArmState.TIE, ArmState.TIE, ArmState.BEHIND, ArmState.TIE);
        assertThat(scenario(REPORT, "io-bound").podium().winner())
                .isEqualTo("gil-threads, vertx-loop and virtual-threads tie");
    }

    @Test
    void noiseIsInconclusiveAndWrongAnswersAreInvalid() {
        assertThat(states(scenario(REPORT, "mixed")))
                .containsExactly(ArmState.BEHIND, ArmState.INVALID, ArmState.INCONCLUSIVE, ArmState.INCONCLUSIVE);
    }

    @Test
    void anInvalidArmHasNoFigureNoRatioAndNoLatency() {
        var invalid = arm(scenario(REPORT, "mixed"), "gil-threads");

        assertThat(invalid.standing().median()).isEmpty();
        assertThat(invalid.standing().behind()).isEmpty();
        assertThat(invalid.standing().efficiency()).isEmpty();
        assertThat(invalid.latencies()).isEmpty();
        assertThat(invalid.resourceUsage()).isEmpty();
        assertThat(invalid.trials().invalid())
                .hasSize(SessionFixture.BLOCKS)
                .allSatisfy(trial -> assertThat(trial.reason()).isEqualTo("wrong answers: 2 of 4 of task"));
        assertThat(invalid.trials().units().wrong()).isEqualTo(2 * SessionFixture.BLOCKS);
    }

    @Test
    void aTrialThatCrashedIsShownWithItsReasonAndMissesFromThePoints() {
        var trials = arm(scenario(REPORT, "mixed"), "virtual-threads").trials();

        assertThat(trials.invalid()).containsExactly(new ArmReport.Invalid(3, "failed: it was killed by signal 9"));
        assertThat(trials.points()).extracting(ArmReport.Point::block).containsExactly(1, 2, 4, 5, 6);
    }

    @Test
    void trialsThatNeverSettledAreCounted() {
        assertThat(arm(scenario(REPORT, "mixed"), "processes").trials().nonSteady())
                .isEqualTo(SessionFixture.BLOCKS);
        assertThat(arm(scenario(REPORT, "mixed"), "vertx-loop").trials().nonSteady())
                .isZero();
    }

    @Test
    void whatNeverRanDidNotTakePart() {
        assertThat(states(scenario(REPORT, "never-run"))).containsExactly(ArmState.ABSENT, ArmState.ABSENT);
    }

    @Test
    void aPrimaryMetricWithoutUnitsEnoughHasNoFigure() {
        assertThat(states(scenario(REPORT, "tail"))).containsExactly(ArmState.NO_FIGURE, ArmState.NO_FIGURE);
    }

    @Test
    void everyVerdictHasItsClaim() {
        assertThat(REPORT.claims())
                .extracting(claim -> claim.outcome())
                .containsExactly(
                        Outcome.REFUTED,
                        Outcome.HELD,
                        Outcome.NOT_APPLICABLE,
                        Outcome.HELD,
                        Outcome.INCONCLUSIVE,
                        Outcome.INCONCLUSIVE);
        assertThat(REPORT.tally()).isEqualTo("2 held, 1 refuted, 2 inconclusive, 1 not applicable");
    }

    @Test
    void theControlsAndTheSmallestEffectStandBesideTheVerdicts() {
        assertThat(REPORT.heading().status().word()).isEqualTo("sound");
        assertThat(REPORT.controls().checks())
                .extracting(check -> check.kind() + " " + check.word())
                .containsExactly("A/A passed", "sensitivity passed", "analytic passed");
        assertThat(REPORT.controls().smallestEffect().orElseThrow()).isBetween(1.001, 1.05);
        assertThat(REPORT.controls().repeated()).isEqualTo(1);
    }

    @Test
    void aContaminatedSessionNamesNoWinner() {
        var report = contest(new SessionFixture(Profile.QUICK)).controls(0.5).report();

        assertThat(report.heading().status().word()).isEqualTo("contaminated");
        assertThat(states(scenario(report, "duel"))).containsExactly(ArmState.WITHHELD, ArmState.WITHHELD);
        assertThat(scenario(report, "duel").podium().winner()).startsWith("withheld");
        assertThat(scenario(report, "duel").podium().margin()).isEmpty();
        assertThat(report.claims()).extracting(claim -> claim.outcome()).containsExactly(Outcome.INCONCLUSIVE);
    }

    @Test
    void anUnderpoweredSessionSaysSo() {
        var report = contest(new SessionFixture(Profile.QUICK))
                .with(SessionFixture.control("control-slower", new Control.Slower()))
                .arm("one", block -> SampleTrial.batch(SessionFixture.wobble(1, block, 0.3)))
                .arm("other", block -> SampleTrial.batch(SessionFixture.wobble(1, block + 1, 0.3)))
                .report();

        assertThat(report.heading().status().word()).isEqualTo("underpowered");
        assertThat(report.controls().smallestEffect()).isEmpty();
    }

    @Test
    void smokeRanksNobodyAndStillShowsItsFigures() {
        var report = contest(new SessionFixture(Profile.SMOKE)).controls().report();

        assertThat(states(scenario(report, "duel"))).containsExactly(ArmState.UNRANKED, ArmState.UNRANKED);
        assertThat(scenario(report, "duel").podium().winner()).isEqualTo("not judged");
        assertThat(arm(scenario(report, "duel"), "processes").standing().median())
                .isPresent();
        assertThat(report.controls().checks())
                .allSatisfy(check -> assertThat(check.passed()).isEmpty());
    }

    @Test
    void theCommandThatAsksAgainNamesTheProfileUnlessItIsTheUsualOne() {
        assertThat(REPORT.claims().getFirst().origin().reproduce()).isEqualTo("./joust run cpu-bound --seed 4711");
        assertThat(contest(new SessionFixture(Profile.FULL))
                        .report()
                        .claims()
                        .getFirst()
                        .origin()
                        .reproduce())
                .isEqualTo("./joust run cpu-bound --seed 4711 --profile full");
    }

    @Test
    void theCommandThatAsksAgainNamesModelsThatTheProfileWouldNotRun() {
        var claim = SessionFixture.claim("processes", FakeRuntime.MODEL, new Beats(1.2), Quantity.MAKESPAN, 3);
        var report = new SessionFixture(Profile.QUICK)
                .with(SessionFixture.batch(
                        "cpu-bound", "Who is faster?", List.of("processes", FakeRuntime.MODEL), claim))
                .arm("processes", block -> SampleTrial.batch(1))
                .arm(FakeRuntime.MODEL, block -> SampleTrial.batch(2))
                .report();

        assertThat(report.claims().getFirst().origin().reproduce())
                .isEqualTo("./joust run cpu-bound --seed 4711 --models fake-threads,processes");
    }

    @Test
    void theBillIsAMedianAndWhatIsUnknownStaysUnknown() {
        var resourceUsage = arm(scenario(REPORT, "cpu-bound"), "gil-threads").resourceUsage();

        assertThat(amount(resourceUsage, "threads")).contains(19.0);
        assertThat(amount(resourceUsage, "lock-handovers")).contains(12.0);
        assertThat(amount(resourceUsage, "proportional memory")).isEmpty();
        assertThat(amount(resourceUsage, "CPU per unit").orElseThrow()).isCloseTo(450, within(10.0));
        var unknown = arm(scenario(REPORT, "io-bound"), "processes").resourceUsage();
        assertThat(unknown).isNotEmpty().allSatisfy(amount -> assertThat(amount.value())
                .isEmpty());
    }

    @Test
    void efficiencyIsTheMedianShareOfTheCeiling() {
        assertThat(arm(scenario(REPORT, "cpu-bound"), "virtual-threads")
                        .standing()
                        .efficiency()
                        .orElseThrow())
                .isCloseTo(0.75, within(0.02));
    }

    @Test
    void whereArithmeticSetsNoLimitThereIsNoEfficiency() {
        var report = new SessionFixture(Profile.QUICK)
                .with(SessionFixture.streams("stream", 16, List.of("vertx-loop", "gil-threads")))
                .arm("vertx-loop", block -> SampleTrial.closed(900, 16))
                .arm("gil-threads", block -> SampleTrial.closed(700, 16))
                .report();

        assertThat(arm(scenario(report, "stream"), "vertx-loop").standing().efficiency())
                .isEmpty();
    }

    @Test
    void whatTheServiceWasIsShown() {
        assertThat(REPORT.setting().facts()).contains(new Report.Fact("service", "process on 127.0.0.1"));
    }

    @Test
    void aMissingRuntimeIsShownAndItsClaimsAreNotApplicable() {
        var missing = new RuntimeStatus(
                Set.of(FakeRuntime.MODEL), Optional.empty(), new Launch.Missing("no fake on the path"));
        var claim = SessionFixture.claim("processes", FakeRuntime.MODEL, new Beats(1.2), Quantity.MAKESPAN, 3);
        var lab = new SessionFixture(Profile.QUICK)
                .controls()
                .with(SessionFixture.batch("duel", "Who is faster?", List.of("processes"), claim))
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(0.7, block, 0.02)))
                .runtime(FakeRuntime.NAME, missing, FakeRuntime.MODEL);
        var report = lab.report();

        assertThat(report.claims()).singleElement().satisfies(shown -> {
            assertThat(shown.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
            assertThat(shown.text()).contains("fake-threads is not available: no fake on the path");
        });
        assertThat(report.setting().notAsked())
                .containsExactly("duel/fake-threads: not available: fake: no fake on the path");
        assertThat(report.setting().facts())
                .contains(new Report.Fact(FakeRuntime.NAME, "not available: no fake on the path"));
        assertThat(lab.judgement().exitCode()).isZero();
    }

    @Test
    void questionsAboutModelsAreReadBeforeTheControls() {
        var report = contest(new SessionFixture(Profile.QUICK).controls()).report();

        assertThat(report.ordered())
                .extracting(scenario -> scenario.question().name())
                .containsExactly("duel", "control-aa", "control-slower", "sleepers");
    }

    private static SessionFixture contest(SessionFixture lab) {
        var claim = SessionFixture.claim("processes", "gil-threads", new Beats(1.2), Quantity.MAKESPAN, 3);
        return lab.with(SessionFixture.batch("duel", "Who is faster?", List.of("processes", "gil-threads"), claim))
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(0.7, block, 0.02)))
                .arm("gil-threads", block -> SampleTrial.batch(SessionFixture.wobble(1, block, 0.02)));
    }

    private static Optional<Double> amount(List<ArmReport.Amount> resourceUsage, String name) {
        return resourceUsage.stream()
                .filter(amount -> amount.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static ScenarioReport scenario(Report report, String name) {
        return report.scenarios().stream()
                .filter(scenario -> scenario.question().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ArmReport arm(ScenarioReport scenario, String name) {
        return scenario.arm(name).orElseThrow();
    }

    private static List<ArmState> states(ScenarioReport scenario) {
        return scenario.arms().stream().map(arm -> arm.standing().state()).toList();
    }
}
