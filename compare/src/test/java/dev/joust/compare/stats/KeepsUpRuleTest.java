package dev.joust.compare.stats;

import static dev.joust.compare.stats.VerdictOutcome.HELD;
import static dev.joust.compare.stats.VerdictOutcome.INCONCLUSIVE;
import static dev.joust.compare.stats.VerdictOutcome.REFUTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.joust.compare.stats.KeepsUpRule.Standing;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class KeepsUpRuleTest {
    private static final KeepsUpRule RULE = new KeepsUpRule(0.1);

    private static Estimate interval(double low, double high) {
        double logLow = Math.log(low);
        double logHigh = Math.log(high);
        return new Estimate((logLow + logHigh) / 2, logLow, logHigh, 14, new Confidence(0.975, 0.98));
    }

    private static void assertJudged(double low, double high, Standing standing, VerdictOutcome outcome) {
        assertThat(RULE.standing(interval(low, high))).isEqualTo(standing);
        assertThat(RULE.judge(interval(low, high)).outcome()).isEqualTo(outcome);
    }

    @Test
    void aWholeIntervalAboveOneIsAhead() {
        assertJudged(1.09, 1.15, Standing.AHEAD, HELD);
        assertJudged(1.01, 1.2, Standing.AHEAD, HELD);
    }

    @Test
    void aWholeIntervalWithinTheMarginIsEqualAlsoWhereItLeavesOutOne() {
        assertJudged(0.97, 1.05, Standing.EQUAL, HELD);
        assertJudged(1.02, 1.08, Standing.EQUAL, HELD);
        assertJudged(0.92, 0.99, Standing.EQUAL, HELD);
    }

    @Test
    void aWholeIntervalBelowOneIsBehind() {
        assertJudged(0.85, 0.99, Standing.BEHIND, REFUTED);
        assertJudged(0.5, 0.6, Standing.BEHIND, REFUTED);
    }

    @Test
    void anIntervalOnBothSidesThatLeavesTheMarginIsOpen() {
        assertJudged(0.85, 1.01, Standing.OPEN, INCONCLUSIVE);
        assertJudged(0.99, 1.2, Standing.OPEN, INCONCLUSIVE);
        assertThat(RULE.judge(interval(0.99, 1.2)).reason())
                .isEqualTo("[0.9900, 1.200] has both sides of 1 and leaves [0.9091, 1.100]");
    }

    @Test
    void tooFewBlocksAreOpen() {
        var few = Estimate.of(LogRatios.of(new double[] {0.5, 0.6, 0.7}), 0.975);
        assertThat(RULE.standing(few)).isEqualTo(Standing.OPEN);
        assertThat(RULE.judge(few).outcome()).isEqualTo(INCONCLUSIVE);
    }

    /** So that Holm adjusts what the interval decides. */
    @Test
    void thePValueIsBelowAlphaExactlyWhereTheIntervalDecides() {
        var random = new SplittableRandom(4711);
        int decided = 0;
        for (int i = 0; i < 2_000; i++) {
            double effect = random.nextDouble(-0.2, 0.2);
            double noise = random.nextDouble(0.01, 0.3);
            double[] advantages = random.doubles(14, -noise, noise)
                    .map(value -> value + effect)
                    .toArray();
            boolean byInterval =
                    RULE.judge(LogRatios.of(advantages), 0.975).outcome().decisive();
            assertThat(RULE.p(LogRatios.of(advantages)) <= 0.025).isEqualTo(byInterval);
            decided += byInterval ? 1 : 0;
        }
        assertThat(decided).as("both kinds are among them").isBetween(400, 1_900);
    }

    @Test
    void aMarginIsAboveZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeepsUpRule(0));
    }
}
