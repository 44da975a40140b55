package dev.joust.compare.stats;

import static dev.joust.compare.stats.VerdictOutcome.HELD;
import static dev.joust.compare.stats.VerdictOutcome.INCONCLUSIVE;
import static dev.joust.compare.stats.VerdictOutcome.REFUTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final Rule BEATS = new BeatsRule(1.7);
    private static final Rule TIES = new TiesRule(0.25);

    private static Estimate interval(double low, double high) {
        double logLow = Math.log(low);
        double logHigh = Math.log(high);
        return new Estimate((logLow + logHigh) / 2, logLow, logHigh, 6, new Confidence(0.95, 0.96875));
    }

    private static VerdictOutcome judged(Rule rule, double low, double high) {
        return rule.judge(interval(low, high)).outcome();
    }

    @Test
    void beatsIsHeldWhenTheWholeIntervalIsAtOrAbove() {
        assertThat(judged(BEATS, 1.71, 1.9)).isEqualTo(HELD);
        assertThat(judged(BEATS, 1.7, 1.9)).isEqualTo(HELD);
        assertThat(BEATS.judge(interval(1.8, 1.9)).reason()).isEqualTo("all of [1.800, 1.900] is at or above 1.700");
    }

    @Test
    void beatsIsRefutedWhenTheWholeIntervalIsBelow() {
        assertThat(judged(BEATS, 1.47, 1.58)).isEqualTo(REFUTED);
        assertThat(judged(BEATS, 0.5, 0.6)).isEqualTo(REFUTED);
        assertThat(BEATS.judge(interval(1.47, 1.58)).reason()).isEqualTo("all of [1.470, 1.580] is below 1.700");
    }

    @Test
    void beatsIsOpenWhenTheIntervalHasBothSides() {
        assertThat(judged(BEATS, 1.69, 1.9)).isEqualTo(INCONCLUSIVE);
        assertThat(judged(BEATS, 1.6, 1.7))
                .as("an interval that reaches the boundary is not below it")
                .isEqualTo(INCONCLUSIVE);
    }

    @Test
    void tiesIsHeldInsideTheBand() {
        assertThat(judged(TIES, 0.81, 1.24)).isEqualTo(HELD);
        assertThat(judged(TIES, 1.1, 1.2)).as("a difference, but a small one").isEqualTo(HELD);
    }

    @Test
    void tiesIsRefutedOutsideOnOneSide() {
        assertThat(judged(TIES, 1.26, 1.5)).isEqualTo(REFUTED);
        assertThat(judged(TIES, 0.5, 0.79)).isEqualTo(REFUTED);
    }

    @Test
    void tiesIsOpenAcrossAnEdge() {
        assertThat(judged(TIES, 0.79, 1.1)).isEqualTo(INCONCLUSIVE);
        assertThat(judged(TIES, 1.1, 1.26)).isEqualTo(INCONCLUSIVE);
        assertThat(judged(TIES, 0.5, 2))
                .as("not finding a difference is not a tie")
                .isEqualTo(INCONCLUSIVE);
    }

    @Test
    void theBandLooksTheSameFromEitherSide() {
        SplittableRandom random = new SplittableRandom(4711);
        for (int i = 0; i < 1_000; i++) {
            double low = random.nextDouble(0.5, 1.5);
            Estimate estimate = interval(low, low + random.nextDouble(0.5));
            assertThat(TIES.judge(estimate.swapped()).outcome())
                    .isEqualTo(TIES.judge(estimate).outcome());
        }
    }

    @Test
    void noRuleDecidesWithTooFewBlocks() {
        List<Rule> rules = List.of(BEATS, TIES, new BeatsRule(1), new TiesRule(0.01));
        for (int blocks = 1; blocks <= 5; blocks++) {
            for (double ratio : new double[] {0.001, 1, 1_000}) {
                double[] unanimous = new double[blocks];
                Arrays.fill(unanimous, Math.log(ratio));
                for (Rule rule : rules) {
                    Verdict verdict = rule.judge(LogRatios.of(unanimous), 0.95);
                    assertThat(verdict.outcome())
                            .as("%s %d blocks at %s", rule, blocks, ratio)
                            .isEqualTo(INCONCLUSIVE);
                    assertThat(verdict.reason()).isEqualTo(blocks + " blocks cannot decide at 95.0 %; 6 blocks can");
                    assertThat(rule.p(LogRatios.of(unanimous))).isGreaterThan(0.05);
                }
            }
        }
    }

    @Test
    void oneMoreBlockDecides() {
        double[] unanimous = {0.9, 0.91, 0.92, 0.93, 0.94, 0.95};
        assertThat(BEATS.judge(LogRatios.of(unanimous), 0.95).outcome()).isEqualTo(HELD);
        assertThat(TIES.judge(LogRatios.of(unanimous), 0.95).outcome()).isEqualTo(REFUTED);
        assertThat(BEATS.p(LogRatios.of(unanimous))).isEqualTo(2.0 / 64);
    }

    @Test
    void noBlockAtAllIsInconclusiveWithoutAnEstimate() {
        Verdict verdict = BEATS.judge(LogRatios.of(), 0.95);
        assertThat(verdict.outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(verdict.estimate()).isEmpty();
        assertThat(BEATS.p(LogRatios.of())).isEqualTo(1);
        assertThat(TIES.p(LogRatios.of())).isEqualTo(1);
    }

    @Test
    void theIntervalDecidesExactlyWhenThePValueDoes() {
        SplittableRandom random = new SplittableRandom(4711);
        int decided = 0;
        for (int i = 0; i < 3_000; i++) {
            double centre = random.nextDouble(-0.6, 1);
            double[] d = random.doubles(6 + i % 19, centre - 0.3, centre + 0.3).toArray();
            double confidence = i % 2 == 0 ? 0.95 : 0.9;
            for (Rule rule : List.of(BEATS, TIES, new BeatsRule(1), new TiesRule(0.05))) {
                boolean byInterval = rule.judge(LogRatios.of(d), confidence).decided();
                assertThat(rule.p(LogRatios.of(d)) <= 1 - confidence)
                        .as("%s %s", rule, Arrays.toString(d))
                        .isEqualTo(byInterval);
                decided += byInterval ? 1 : 0;
            }
        }
        assertThat(decided).as("both answers occur").isBetween(1_000, 11_000);
    }

    @Test
    void impossibleRulesAreRejected() {
        for (double by : new double[] {0.9, 0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BeatsRule(by))
                    .withMessageContaining("by=" + by);
        }
        for (double share : new double[] {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TiesRule(share))
                    .withMessageContaining("within=");
        }
    }
}
