package dev.joust.compare.report.build;

import static dev.joust.compare.report.build.ReportQueries.arm;
import static dev.joust.compare.report.build.ReportQueries.comparison;
import static dev.joust.compare.report.build.ReportQueries.scenario;
import static dev.joust.compare.report.build.ReportQueries.states;
import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.FakeRuntime;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSession;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.report.ArmState;
import dev.joust.compare.report.ControlReport.ControlState;
import dev.joust.compare.report.MarkdownReport;
import dev.joust.compare.report.Report;
import dev.joust.compare.report.StatusReport;
import dev.joust.compare.report.TextReport;
import dev.joust.compare.stats.VerdictOutcome;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Control;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.Pod;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a report says of the session as a whole. */
class SessionStatusReportTest {
    private static final Report REPORT = SampleSession.lab().report();

    @Test
    void theControlsStandBesideTheVerdicts() {
        assertThat(REPORT.heading().status()).isEqualTo(StatusReport.SOUND);
        assertThat(REPORT.context().controls().controls())
                .extracting(
                        control -> control.kind().word() + " " + control.state().word())
                .containsExactly("A/A passed", "sensitivity passed", "analytic passed");
        assertThat(REPORT.context().controls().repeated()).isEqualTo(1);
    }

    private static double smallestEffect(Report report, String name) {
        return scenario(report, name).question().metric().smallestEffect().orElseThrow();
    }

    @Test
    void aContaminatedSessionNamesNoWinner() {
        var report = comparison(new SessionFixture(Profile.QUICK)).controls(0.5).report();

        assertThat(report.heading().status()).isEqualTo(StatusReport.CONTAMINATED);
        assertThat(states(scenario(report, "comparison"))).containsExactly(ArmState.WITHHELD, ArmState.WITHHELD);
        assertThat(scenario(report, "comparison").winner().text()).startsWith("withheld");
        assertThat(scenario(report, "comparison").winner().lead()).isEmpty();
        assertThat(report.claims()).extracting(claim -> claim.outcome()).containsExactly(VerdictOutcome.INCONCLUSIVE);
    }

    @Test
    void aDisturbedSessionSaysSoInItsFirstLineAndWhatToDo() {
        var report = comparison(new SessionFixture(Profile.QUICK))
                .disturbed(1, 2, 3)
                .controls()
                .report();

        assertThat(report.heading().status()).isEqualTo(StatusReport.DISTURBED);
        assertThat(new TextReport(report).text())
                .startsWith("DISTURBED: the machine was disturbed in more than a quarter of the blocks of a scenario,")
                .contains("--resume");
        assertThat(new MarkdownReport(report).text()).contains("\n\n**disturbed**: the machine was disturbed");
        assertThat(states(scenario(report, "comparison"))).containsExactly(ArmState.WITHHELD, ArmState.WITHHELD);
        assertThat(scenario(report, "comparison").winner().text())
                .isEqualTo("withheld, because the machine was disturbed");
        assertThat(report.claims()).extracting(claim -> claim.outcome()).containsExactly(VerdictOutcome.INCONCLUSIVE);
    }

    @Test
    void blocksThatStayDisturbedAreCountedAndTheFirstSaysWho() {
        var report = comparison(new SessionFixture(Profile.QUICK))
                .disturbed(2)
                .note("processes", 2, "other processes used 0.97 cores: pid 4711 python3 (0.97 cores)")
                .controls()
                .report();

        assertThat(report.heading().status()).isEqualTo(StatusReport.SOUND);
        assertThat(report.context().caveats().getFirst())
                .isEqualTo("comparison: 1 of 6 judged blocks stayed disturbed."
                        + " In block 2, processes: other processes used 0.97 cores:"
                        + " pid 4711 python3 (0.97 cores).");
    }

    @Test
    void anUnderpoweredSessionSaysSo() {
        var report = comparison(new SessionFixture(Profile.QUICK))
                .with(SampleScenarios.control("control-slower", new Control.Slower()))
                .arm("one", block -> SampleTrial.batch(SessionFixture.wobble(1, block, 0.3)))
                .arm("other", block -> SampleTrial.batch(SessionFixture.wobble(1, block + 1, 0.3)))
                .report();

        assertThat(report.heading().status()).isEqualTo(StatusReport.UNDERPOWERED);
        assertThat(smallestEffect(report, "control-slower"))
                .as("its own blocks scatter")
                .isGreaterThan(1.3);
        assertThat(smallestEffect(report, "comparison")).isLessThan(1.2);
    }

    @Test
    void smokeRanksNobodyAndStillShowsItsFigures() {
        var report = comparison(new SessionFixture(Profile.SMOKE)).controls().report();

        assertThat(states(scenario(report, "comparison"))).containsExactly(ArmState.UNRANKED, ArmState.UNRANKED);
        assertThat(scenario(report, "comparison").winner().text()).isEqualTo("not judged");
        assertThat(report.claims()).extracting(claim -> claim.outcome().word()).containsExactly("not judged");
        assertThat(arm(scenario(report, "comparison"), "processes").result().median())
                .isPresent();
        assertThat(report.context().controls().controls())
                .allSatisfy(control -> assertThat(control.state()).isEqualTo(ControlState.NOT_JUDGED));
    }

    @Test
    void theCommandToReproduceNamesTheProfileUnlessItIsQuick() {
        assertThat(REPORT.claims().getFirst().origin().reproduce()).isEqualTo("./joust run cpu-bound --seed 4711");
        assertThat(comparison(new SessionFixture(Profile.FULL))
                        .report()
                        .claims()
                        .getFirst()
                        .origin()
                        .reproduce())
                .isEqualTo("./joust run cpu-bound --seed 4711 --profile full --no-controls");
    }

    @Test
    void theCommandToReproduceNamesModelsThatTheProfileWouldNotRun() {
        var claim = SampleScenarios.claim("processes", FakeRuntime.MODEL, new Beats(1.2), Quantity.MAKESPAN, 3);
        var report = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch(
                        "cpu-bound", "Who is faster?", List.of("processes", FakeRuntime.MODEL), claim))
                .arm("processes", block -> SampleTrial.batch(1))
                .arm(FakeRuntime.MODEL, block -> SampleTrial.batch(2))
                .report();

        assertThat(report.claims().getFirst().origin().reproduce())
                .isEqualTo("./joust run cpu-bound --seed 4711 --models fake-threads,processes --no-controls");
    }

    @Test
    void theCommandToReproduceLeavesOutWhatTheSessionLeftOut() {
        var claim = SampleScenarios.claim("processes", "gil-threads", new Beats(1.2), Quantity.MAKESPAN, 3);
        var scenario = SampleScenarios.batch("cpu-bound", "Who is faster?", List.of("processes", "gil-threads"), claim);
        var lab = new SessionFixture(Profile.QUICK).with(scenario).leftOut("vertx-loop");
        var limited = new SessionFixture(Profile.QUICK)
                .with(scenario)
                .leftOut("vertx-loop")
                .with(scenario.in(new Pod(Optional.of(1.0), Optional.empty())));

        assertThat(reproduce(lab.report()))
                .isEqualTo("./joust run cpu-bound --seed 4711 --models gil-threads,processes --no-controls");
        assertThat(limited.report().claims().getLast().origin().reproduce())
                .isEqualTo("./joust run cpu-bound --cpus 1 --seed 4711 --models gil-threads,processes --no-controls");
    }

    @Test
    void theCommandToReproduceNamesNoModelsOfAFileThatRanWhole() {
        var own = SampleScenarios.claim("processes", FakeRuntime.MODEL, new Beats(1.2), Quantity.MAKESPAN, 3);
        var claim = new Claim(own.versus(), own.metric(), own.because(), own.cores(), new Claim.Source("mine.yaml", 3));
        var report = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("mine", "Who is faster?", List.of("processes", FakeRuntime.MODEL), claim))
                .report();

        assertThat(reproduce(report)).isEqualTo("./joust run mine.yaml --seed 4711 --no-controls");
    }

    @Test
    void aSessionWithoutControlsSaysSoInItsFirstLine() {
        var without = comparison(new SessionFixture(Profile.QUICK));
        assertThat(new TextReport(without.report()).text()).startsWith("WITHOUT CONTROLS: no control ran");
        assertThat(new TextReport(REPORT).text()).doesNotContain("WITHOUT CONTROLS");
    }

    @Test
    void aPairWhoseIntervalLeavesOutOneIsACaution() {
        var report = comparison(new SessionFixture(Profile.QUICK)).controls(0.1).report();

        assertThat(report.heading().status()).isEqualTo(StatusReport.SOUND);
        assertThat(report.context().controls().warnings())
                .singleElement()
                .asString()
                .startsWith("the A/A pair of control-aa ties within the margin, but [")
                .endsWith("leaves out 1: differences of this size may come from the measurement");
        assertThat(REPORT.context().controls().warnings()).isEmpty();
    }

    @Test
    void theExpectedNumberOfFalseVerdictsStandsBesideTheCount() {
        assertThat(REPORT.falseDecisions())
                .isEqualTo("Each verdict may be wrong by chance, at most once in 20: of 5, expect 0.2 wrong at most.");
        assertThat(comparison(new SessionFixture(Profile.FULL)).report().falseDecisions())
                .isEqualTo("The verdict may be wrong by chance, at most once in 20.");
        assertThat(comparison(new SessionFixture(Profile.SMOKE)).report().falseDecisions())
                .isEmpty();
        assertThat(new TextReport(REPORT).text()).contains(REPORT.falseDecisions());
        assertThat(new MarkdownReport(REPORT).text()).contains(REPORT.falseDecisions());
    }

    @Test
    void aWinnerIsNamedAmongTheModelsThatRanAndTheOthersBesideIt() {
        var report = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("race", "Who is faster?", List.of("processes", "gil-threads")))
                .runtime(
                        FakeRuntime.NAME,
                        RuntimeStatus.of(new FakeRuntime(), Optional.empty(), List.of()),
                        "cpython-asyncio",
                        "cpython-threads")
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(1, block, 0.01)))
                .arm("gil-threads", block -> SampleTrial.batch(SessionFixture.wobble(2, block, 0.01)))
                .report();

        assertThat(scenario(report, "race").winner().text())
                .isEqualTo("processes wins among 2 models (of 4 asked; cpython-asyncio and cpython-threads did not"
                        + " run)");
    }

    @Test
    void noModelWinsBesideAnInvalidOne() {
        var report = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("race", "Who is faster?", List.of("a", "b", "c")))
                .arm("a", block -> SampleTrial.batch(SessionFixture.wobble(1, block, 0.01)))
                .arm("b", block -> SampleTrial.batch(SessionFixture.wobble(2, block, 0.01)))
                .arm("c", block -> SampleTrial.batch(1).wrong(1))
                .report();

        assertThat(scenario(report, "race").winner().text()).isEqualTo("undecided: c is invalid");
        assertThat(states(scenario(report, "race")))
                .containsExactly(ArmState.INCONCLUSIVE, ArmState.BEHIND, ArmState.INVALID);
    }

    private static String reproduce(Report report) {
        return report.claims().getFirst().origin().reproduce();
    }
}
