package dev.joust.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.stats.VerdictOutcome;
import dev.joust.compare.stats.Winner;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Claim.Ties;
import dev.joust.scenario.Control;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.Pod;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

final class JudgeTest {
    private static final List<String> ARMS = List.of("processes", "gil-threads");

    @Test
    void whatIsDecidedIsNotOpen() {
        assertThat(race(new SessionFixture(Profile.QUICK), "clear", 0.5, 0.01)
                        .controls()
                        .judgement()
                        .open())
                .isEmpty();
    }

    @Test
    void whatIsUndecidedIsOpenAndNothingElse() {
        var lab = race(race(new SessionFixture(Profile.QUICK), "clear", 0.5, 0.01), "close", 0.8, 0.4);
        assertThat(lab.controls().judgement().open()).containsExactly("close");
    }

    @Test
    void aFailedControlLeavesAllWithheldClaimsOpen() {
        assertThat(race(new SessionFixture(Profile.QUICK), "clear", 0.5, 0.01)
                        .controls(0.5)
                        .judgement()
                        .open())
                .contains("clear", "control-aa");
    }

    @Test
    void eachScenarioIsJudgedByTheLookThatItsBlocksHaveReached() {
        IntFunction<SampleTrial> odd = block -> SampleTrial.batch(block == 3 ? 1.4 : 1);
        var judgement = tie(tie(new SessionFixture(Profile.QUICK), "first", 6, odd), "second", 9, odd)
                .controls()
                .judgement();
        assertThat(judgement.claims())
                .extracting(c -> c.verdict().outcome())
                .containsExactly(VerdictOutcome.INCONCLUSIVE, VerdictOutcome.HELD);
        assertThat(judgement.claims())
                .extracting(
                        c -> c.verdict().estimate().orElseThrow().confidence().achieved())
                .containsExactly(1 - 2 / 64.0, 1 - 14 / 512.0);
    }

    @Test
    void noClaimIsDecidedByALowerBound() {
        var claim = SampleScenarios.claim("processes", "gil-threads", new Ties(0.15), Quantity.RESPONSE_P50, 2);
        var judged = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.closed("behind", 4, Quantity.RESPONSE_P50, ARMS, claim))
                .arm("processes", block -> SampleTrial.closed(10, 4).unfinished(20))
                .arm("gil-threads", block -> SampleTrial.closed(20, 4).unfinished(block == 1 ? 40 : 0))
                .controls()
                .judgement()
                .scenarios()
                .getFirst();
        var verdict = judged.claims().getFirst().verdict();
        assertThat(verdict.outcome()).isEqualTo(VerdictOutcome.INCONCLUSIVE);
        assertThat(verdict.reason()).contains("only a lower bound is known of response-p50");
        assertThat(judged.primary().arms())
                .allSatisfy(arm -> assertThat(arm.median()).isEmpty());
    }

    @Test
    void aClaimThatNeedsMoreCoresIsNotApplicableAndItsPairTies() {
        var claim = SampleScenarios.claim("processes", "gil-threads", new Beats(1.5), Quantity.MAKESPAN, 2, 3);
        var pod = new Pod(Optional.of(1.0), Optional.empty());
        var judgement = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("cpu-bound", "Who is faster?", ARMS, claim)
                        .in(pod))
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(1, block, 0.01)))
                .arm("gil-threads", block -> SampleTrial.batch(SessionFixture.wobble(1, block + 1, 0.01)))
                .controls()
                .judgement();
        var verdict = judgement.claims().getFirst().verdict();
        assertThat(verdict.outcome()).isEqualTo(VerdictOutcome.NOT_APPLICABLE);
        assertThat(verdict.reason()).isEqualTo("it needs 2 cores, its trials had 1; here the two tie");
        assertThat(verdict.estimate().orElseThrow().logHigh()).isLessThan(Math.log(1.1));
        assertThat(judgement.scenarios().getFirst().primary().winner()).contains(new Winner.Tied(new TreeSet<>(ARMS)));
        assertThat(judgement.open()).isEmpty();
    }

    @Test
    void anAaPairPassesOnlyWhereATieIsShown() {
        assertThat(status(block -> 1.0)).isEqualTo(SessionStatus.SOUND);
        assertThat(status(block -> 1.1 + 0.02 * block))
                .as("all ratios within 1.25")
                .isEqualTo(SessionStatus.SOUND);
        assertThat(status(block -> block % 2 == 0 ? 0.5 : 2))
                .as("anything from 0.5 to 2")
                .isEqualTo(SessionStatus.UNDERPOWERED);
        assertThat(status(block -> 1.2 + 0.02 * block))
                .as("a ratio beyond 1.25 among those within")
                .isEqualTo(SessionStatus.UNDERPOWERED);
        assertThat(status(block -> 1.3 + 0.01 * block))
                .as("all ratios beyond 1.25")
                .isEqualTo(SessionStatus.CONTAMINATED);
    }

    @Test
    void anAaPairThatTiesWithoutItsOneIsBiased() {
        assertThat(pair(block -> 1.1 + 0.02 * block).biased()).isTrue();
        assertThat(pair(block -> block == 1 ? 0.99 : 1.05).biased()).isFalse();
    }

    @Test
    void theAnalyticControlNeedsThreeBlocks() {
        for (int blocks : new int[] {2, 3}) {
            var judgement = race(new SessionFixture(Profile.QUICK), "clear", 0.5, 0.01)
                    .with(SampleScenarios.control("sleepers", new Control.Expects(5, 0.03)))
                    .arm("one", blocks, block -> SampleTrial.batch(0.4))
                    .arm("other", blocks, block -> SampleTrial.batch(2))
                    .judgement();
            assertThat(judgement.status())
                    .as("%d blocks", blocks)
                    .isEqualTo(blocks < 3 ? SessionStatus.UNDERPOWERED : SessionStatus.SOUND);
        }
    }

    @Test
    void anOwnPairThatIsFoundApartWithholdsItsScenarioAlone() {
        var judgement = ownPair(1.5);
        assertThat(judgement.status()).isEqualTo(SessionStatus.SOUND);
        assertThat(judgement.claims())
                .extracting(c -> c.verdict().outcome())
                .containsExactly(VerdictOutcome.INCONCLUSIVE, VerdictOutcome.HELD);
        assertThat(judgement.claims().getFirst().verdict().reason()).startsWith("withheld");
        assertThat(judgement.conclusion()).isEqualTo(Conclusion.INCONCLUSIVE);
    }

    @Test
    void anOwnPairThatTiesChangesNothing() {
        var judgement = ownPair(1);
        assertThat(judgement
                        .ownPair(judgement.scenarios().getFirst())
                        .orElseThrow()
                        .passed())
                .isTrue();
        assertThat(judgement.conclusion()).isEqualTo(Conclusion.HELD);
    }

    @Test
    void noArmWinsWhileAnotherIsInvalid() {
        var judgement = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("race", "Who is faster?", List.of("a", "b", "c")))
                .arm("a", block -> SampleTrial.batch(SessionFixture.wobble(0.5, block, 0.01)))
                .arm("b", block -> SampleTrial.batch(SessionFixture.wobble(1, block, 0.01)))
                .arm("c", block -> SampleTrial.batch(0.1).wrong(1))
                .controls()
                .judgement();
        assertThat(judgement.scenarios().getFirst().primary().winner().orElseThrow())
                .isInstanceOfSatisfying(Winner.Undecided.class, undecided -> assertThat(undecided.contenders())
                        .containsExactly("a", "c"));
    }

    private static Judgement ownPair(double ratio) {
        var pair = SampleScenarios.control("first-aa", new Control.OwnPair("first"));
        var lab = race(race(new SessionFixture(Profile.QUICK), "first", 0.5, 0.01), "second", 0.5, 0.01);
        return lab.with(pair)
                .arm("one", block -> SampleTrial.batch(1))
                .arm("other", block -> SampleTrial.batch(SessionFixture.wobble(ratio, block, 0.01)))
                .controls()
                .judgement();
    }

    private static SessionStatus status(IntToDoubleFunction ratio) {
        return withPair(ratio).status();
    }

    private static ControlJudgement pair(IntToDoubleFunction ratio) {
        return withPair(ratio).scenarios().getLast().control().orElseThrow();
    }

    /** A session with an A/A pair whose second arm takes so many times as long. */
    private static Judgement withPair(IntToDoubleFunction ratio) {
        return race(new SessionFixture(Profile.QUICK), "clear", 0.5, 0.01)
                .with(SampleScenarios.control("control-aa", new Control.Same()))
                .arm("one", block -> SampleTrial.batch(1))
                .arm("other", block -> SampleTrial.batch(ratio.applyAsDouble(block)))
                .judgement();
    }

    private static SessionFixture race(SessionFixture lab, String name, double seconds, double noise) {
        var claim = SampleScenarios.claim("processes", "gil-threads", new Beats(1.2), Quantity.MAKESPAN, 3);
        return lab.with(SampleScenarios.batch(name, "Who is faster?", ARMS, claim))
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(seconds, block, noise)))
                .arm("gil-threads", block -> SampleTrial.batch(SessionFixture.wobble(1, block + 1, noise)));
    }

    private static SessionFixture tie(SessionFixture lab, String name, int blocks, IntFunction<SampleTrial> odd) {
        var claim = SampleScenarios.claim("processes", "gil-threads", new Ties(0.25), Quantity.MAKESPAN, 3);
        return lab.with(SampleScenarios.batch(name, "Who is faster?", ARMS, claim))
                .arm("processes", blocks, odd)
                .arm("gil-threads", blocks, block -> SampleTrial.batch(1));
    }
}
