package dev.joust.compare.versus;

import static dev.joust.compare.SessionFixture.wobble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.cli.ExitCode;
import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.report.JUnitReport;
import dev.joust.compare.stats.Confidence;
import dev.joust.compare.stats.Estimate;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.compare.versus.ThreeArms.Sides;
import dev.joust.scenario.ArmRuntime;
import dev.joust.scenario.ArmSettings;
import dev.joust.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a change, by the results of its three arms. */
final class VersusVerdictTest {
    private static final IntFunction<SampleTrial> BASE = block -> SampleTrial.batch(wobble(1, block, 0.02));
    private static final IntFunction<SampleTrial> AGAIN = block -> SampleTrial.batch(wobble(1, block + 2, 0.02));

    @TempDir
    private Path folder;

    @Test
    void aHeadThatTakesLessTimeIsFaster() {
        assertVerdict(session(head(0.88), AGAIN), ChangeOutcome.FASTER, 0, "faster by 14 % [11, 14]");
    }

    @Test
    void aHeadThatTakesMoreTimeIsSlower() {
        assertVerdict(session(head(1.1), AGAIN), ChangeOutcome.SLOWER, 10, "slower by 9.5 % [9.4, 12]");
    }

    @Test
    void anEqualHeadHasNoDifferenceLargerThanItsInterval() {
        assertVerdict(session(head(1), AGAIN), ChangeOutcome.NO_DIFFERENCE, 0, "no difference larger than 2.1 %");
    }

    @Test
    void aDifferenceThatDoesNotMatterIsToldAndNoDifference() {
        var small = session(head(1.02), AGAIN);
        assertVerdict(small, ChangeOutcome.NO_DIFFERENCE, 0, "no difference larger than 4.");
        assertThat(only(small).finding()).contains("; measured: slower by 1.5 % [1.5, ");
    }

    @Test
    void aNoisyHeadIsInconclusiveAndSaysWhatItWouldTake() {
        var noisy = session(block -> SampleTrial.batch(wobble(1.02, block, 0.4)), AGAIN);
        assertVerdict(noisy, ChangeOutcome.INCONCLUSIVE, 11, "inconclusive: the head is between ");
        assertThat(only(noisy).finding())
                .contains("slower and ")
                .contains(" blocks like these 24 would tell, or --within ");
    }

    @Test
    void aBaseThatDoesNotTieWithItselfIsNotBelieved() {
        var apart = session(head(0.5), block -> SampleTrial.batch(wobble(1.2, block + 2, 0.02)));
        assertVerdict(apart, ChangeOutcome.NOT_BELIEVED, 12, "not to be believed: the base does not tie with itself");
        assertThat(only(apart).pair()).startsWith("between ").endsWith("slower");
    }

    @Test
    void aBaseThatIsNotShownToTieWithItselfIsNotBelieved() {
        assertVerdict(
                session(head(0.5), block -> SampleTrial.batch(wobble(1, block + 2, 0.4))),
                ChangeOutcome.NOT_BELIEVED,
                12,
                "not to be believed: the base does not tie with itself");
    }

    @Test
    void anInvalidHeadIsInconclusiveWithItsReason() {
        assertVerdict(
                session(block -> SampleTrial.batch(1).wrong(1), AGAIN),
                ChangeOutcome.INCONCLUSIVE,
                11,
                "inconclusive: head is invalid in 24 of 24 blocks: ");
    }

    @Test
    void aDisturbedSessionIsNotBelieved() {
        var blocks = IntStream.rangeClosed(1, 24).boxed().toArray(Integer[]::new);
        var disturbed =
                fixture(Profile.FULL, head(0.5), AGAIN).disturbed(blocks).controls();
        assertVerdict(
                judged(disturbed), ChangeOutcome.NOT_BELIEVED, 12, "not to be believed: the machine was disturbed");
    }

    @Test
    void aFailedControlIsNotBelieved() {
        assertVerdict(
                judged(fixture(Profile.FULL, head(0.5), AGAIN).controls(0.5)),
                ChangeOutcome.NOT_BELIEVED,
                12,
                "not to be believed: a control failed");
    }

    @Test
    void smokeJudgesNothing() {
        assertVerdict(judged(fixture(Profile.SMOKE, head(0.5), AGAIN)), ChangeOutcome.NOT_JUDGED, 0, "not judged: ");
        assertVerdict(
                judged(fixture(Profile.SMOKE, block -> SampleTrial.batch(1).wrong(1), AGAIN)),
                ChangeOutcome.INCONCLUSIVE,
                11,
                "not judged: head is invalid in 1 of 1 blocks");
    }

    @Test
    void ofSeveralScenariosTheWorstAnswerCounts() {
        var faster = only(session(head(0.5), AGAIN));
        var slower = only(session(head(1.5), AGAIN));
        assertThat(ChangeOutcome.together(List.of(faster, slower))).isEqualTo(ChangeOutcome.SLOWER);
        assertThat(ChangeOutcome.together(List.of())).isEqualTo(ChangeOutcome.NOT_JUDGED);
    }

    /** A session of versus is a session: its claims are judged, and its junit.xml says the same. */
    @Test
    void theSessionItselfHoldsTheVerdict() {
        var slower = fixture(Profile.FULL, head(1.3), AGAIN).controls();
        assertThat(new JUnitReport(slower.report()).text())
                .contains("head keeps up with base on makespan within 5 %")
                .contains("base-again ties base on makespan within 5 %")
                .contains("<failure message=\"all of [");
        assertThat(slower.report().claims().getFirst().text())
                .contains("./joust versus base flags=-Xint --scenario cpu-bound --model virtual-threads --seed 4711");
        assertThat(new JUnitReport(fixture(Profile.FULL, head(0.7), AGAIN)
                                .controls()
                                .report())
                        .text())
                .doesNotContain("<failure");
    }

    @Test
    void theReportsSayWhatWasCompared() throws IOException {
        var report = new VersusReport(
                fixture(Profile.FULL, head(0.88), AGAIN).controls().session(),
                List.of(only(session(head(0.88), AGAIN))));
        assertThat(report.text()).isEqualTo("""
                cpu-bound-versus, makespan of virtual-threads: faster by 14 % [11, 14]
                  base                : as the session gives it
                  head                : flags=-Xint
                  base against itself : no difference larger than 1.6 %
                  blocks              : 24, profile full
                """);
        var file = folder.resolve("verdict.md");
        report.writeMarkdown(file);
        assertThat(Files.readString(file)).isEqualTo("""
                ### Is the change faster? Faster by 14 % [11, 14]

                | scenario | metric | model | head against base | base against itself | blocks |
                |---|---|---|---|---|---|
                | cpu-bound-versus | makespan | virtual-threads | **faster by 14 % [11, 14]** \
                | no difference larger than 1.6 % | 24 |

                * base: `as the session gives it`
                * head: `flags=-Xint`
                * machine: A Processor 3000, 2 usable cores, JDK Eclipse Adoptium 25.0.3+9-LTS
                * profile full, 2026-11-22T10:11:12+01:00; in brackets the interval of the advantage
                * again: `./joust versus base flags=-Xint --scenario cpu-bound --model virtual-threads --seed 4711`
                """);
    }

    @Test
    void theBlocksNeededFollowFromTheWidthOfTheInterval() {
        var wide = new Estimate(0.01, -0.19, 0.21, 24, new Confidence(0.975, 0.98));
        assertThat(ChangeJudge.blocksNeeded(wide, 0.25))
                .as("narrow enough but for one block")
                .isEqualTo(25);
        assertThat(ChangeJudge.blocksNeeded(wide, 0.05)).isBetween(600, 700);
    }

    private static IntFunction<SampleTrial> head(double seconds) {
        return block -> SampleTrial.batch(wobble(seconds, block + 1, 0.02));
    }

    private static JudgedSession session(IntFunction<SampleTrial> head, IntFunction<SampleTrial> again) {
        return judged(fixture(Profile.FULL, head, again).controls());
    }

    private static SessionFixture fixture(
            Profile profile, IntFunction<SampleTrial> head, IntFunction<SampleTrial> again) {
        return new SessionFixture(profile)
                .with(scenario(profile))
                .arm("base", BASE)
                .arm("head", head)
                .arm("base-again", again);
    }

    private static Scenario scenario(Profile profile) {
        double margin = profile.looks().margin();
        var head = new ArmRuntime(Optional.empty(), List.of("-Xint"), List.of(), Optional.empty());
        var sides = new Sides(new ArmSettings(ArmRuntime.USUAL, Map.of()), new ArmSettings(head, Map.of()));
        return new ThreeArms(Optional.empty(), sides, margin, margin)
                .of(
                        SampleScenarios.batch("cpu-bound", "Which?", List.of("platform-threads", "virtual-threads")),
                        "cpu-bound",
                        ModelRegistry.found());
    }

    private static JudgedSession judged(SessionFixture fixture) {
        return new JudgedSession(fixture.session(), fixture.judgement(), List.of(), List.of());
    }

    private static VersusVerdict only(JudgedSession judged) {
        var all = VersusVerdict.of(judged);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static void assertVerdict(JudgedSession judged, ChangeOutcome change, int code, String start) {
        var verdict = only(judged);
        assertThat(verdict.finding()).startsWith(start);
        assertThat(verdict.change()).isEqualTo(change);
        assertThat(ExitCode.of(ChangeOutcome.together(List.of(verdict))).number())
                .isEqualTo(code);
    }
}
