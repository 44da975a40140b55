package dev.joust.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleOpenTrial;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.stats.VerdictOutcome;
import dev.joust.compare.stats.Winner;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.trial.Measurement.CapacityResult;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What a session says of arms that have no value of an open load's metric in some or all of their trials. */
final class OpenEvidenceTest {
    private static final List<String> ARMS = List.of("quick", "slow");
    private static final IntFunction<SampleOpenTrial> TEN = _ -> SampleOpenTrial.answering(2000, 10);

    @Test
    void anArmThatDoesNotSustainTheRateHasNoResponseTimes() {
        var judged = judged(Quantity.RESPONSE_P50, TEN, block -> SampleOpenTrial.answering(2000, 30)
                .backlog(block == 2 ? 0 : 240));
        assertThat(judged.primary().arm("slow").median()).isEmpty();
        assertThat(judged.primary().arm("quick").median()).isPresent();
        assertThat(judged.primary().winner().orElseThrow()).isInstanceOf(Winner.Undecided.class);
        assertThat(judged.claims()).singleElement().satisfies(claim -> {
            assertThat(claim.verdict().outcome()).isEqualTo(VerdictOutcome.INCONCLUSIVE);
            assertThat(claim.verdict().reason())
                    .isEqualTo("slow has no value of response-p50: the offered rate is not sustained: 90.0 % of it was"
                            + " done in the window");
        });
    }

    @Test
    void itsGoodputIsJudgedAllTheSame() {
        var judged = judged(Quantity.GOODPUT, TEN, block -> SampleOpenTrial.answering(2000, 30)
                .backlog(1200)
                .inTime(600 + block));
        assertThat(judged.claims())
                .singleElement()
                .satisfies(claim -> assertThat(claim.verdict().outcome()).isEqualTo(VerdictOutcome.HELD));
    }

    @Test
    void thePercentileOfAnArmWithTooFewUnitsIsNotJudged() {
        var few = judged(
                Quantity.RESPONSE_P99,
                _ -> SampleOpenTrial.answering(1600, 10),
                block -> SampleOpenTrial.answering(1700 + block, 30));
        assertThat(few.claims()).singleElement().satisfies(claim -> assertThat(
                        claim.verdict().reason())
                .isEqualTo(
                        "quick has no value of response-p99: it needs 10,000 units over all trials, has" + " 9,600"));
        var enough = judged(
                Quantity.RESPONSE_P99,
                block -> SampleOpenTrial.answering(1700 + block, 10),
                block -> SampleOpenTrial.answering(1700 + block, 30));
        assertThat(enough.claims())
                .singleElement()
                .satisfies(claim -> assertThat(claim.verdict().outcome()).isEqualTo(VerdictOutcome.HELD));
    }

    @Test
    void aClaimOnTrialsWithTooFewUnitsSaysHowMany() {
        var judged = judged(Quantity.RESPONSE_P99, _ -> SampleOpenTrial.answering(999, 10), TEN);
        assertThat(judged.claims()).singleElement().satisfies(claim -> assertThat(
                        claim.verdict().reason())
                .isEqualTo("quick has no value of response-p99: it needs 1,000 units per trial, has 999"));
    }

    @Test
    void aModelWithoutCapacityInOneTrialIsInconclusiveAndNeitherHeldNorRefuted() {
        var none = new CapacityResult(Optional.empty(), Optional.empty(), List.of(SampleOpenTrial.probe(1, 0)));
        var claim = SampleScenarios.claim("quick", "slow", new Beats(1.5), Quantity.CAPACITY, 1);
        var judged = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.capacity("limit", ARMS, claim))
                .arm("quick", block -> SampleOpenTrial.capacity(400 + block))
                .arm("slow", block -> block == 3 ? SampleOpenTrial.searched(none) : SampleOpenTrial.capacity(100))
                .judgement()
                .scenarios()
                .getFirst();
        assertThat(judged.claims()).singleElement().satisfies(found -> {
            assertThat(found.verdict().outcome()).isEqualTo(VerdictOutcome.INCONCLUSIVE);
            assertThat(found.verdict().reason())
                    .isEqualTo("slow has no value of capacity: not even 1.000 units/s was sustained");
        });
        assertThat(judged.primary().arm("quick").efficiency().orElseThrow()).isPositive();
    }

    private static ScenarioJudgement judged(
            Quantity quantity, IntFunction<SampleOpenTrial> quick, IntFunction<SampleOpenTrial> slow) {
        var claim = SampleScenarios.claim("quick", "slow", new Beats(1.5), quantity, 1);
        return new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.open("shop", 2000, quantity, ARMS, claim))
                .arm("quick", quick)
                .arm("slow", slow)
                .controls()
                .judgement()
                .scenarios()
                .getFirst();
    }
}
