package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.util.ListStatistics;

/** The figures are those of JMH's own statistics. */
final class MeanEstimateTest {
    private static final double CONFIDENCE = MeanEstimate.JMH_CONFIDENCE;
    private static final Percentage EQUAL = Percentage.withPercentage(1e-7);

    @Test
    void meanErrorAndPercentilesAreThoseOfJmh() {
        var random = new SplittableRandom(4711);
        for (int size = 3; size <= 40; size++) {
            double[] values = random.doubles(size, 0.001, 1_000).toArray();
            var theirs = new ListStatistics(values);
            var ours = MeanEstimate.of(values, CONFIDENCE);
            assertThat(ours.mean()).isCloseTo(theirs.getMean(), EQUAL);
            assertThat(ours.error()).isCloseTo(theirs.getMeanErrorAt(CONFIDENCE), EQUAL);
            assertThat(ours.low()).isCloseTo(theirs.getConfidenceIntervalAt(CONFIDENCE)[0], within(1e-3));
            assertThat(ours.high()).isCloseTo(theirs.getConfidenceIntervalAt(CONFIDENCE)[1], within(1e-3));
            for (double percent : new double[] {0, 1, 50, 90, 95, 99, 99.9, 100}) {
                assertThat(MeanEstimate.percentile(values, percent))
                        .as("%s %% of %d values", percent, size)
                        .isCloseTo(theirs.getPercentile(percent), EQUAL);
            }
        }
    }

    @Test
    void oneOrTwoValuesHaveNoError() {
        assertThat(MeanEstimate.of(new double[] {2}, CONFIDENCE).mean()).isEqualTo(2);
        assertThat(MeanEstimate.of(new double[] {2}, CONFIDENCE).error()).isNaN();
        assertThat(MeanEstimate.of(new double[] {2, 4}, CONFIDENCE).mean()).isEqualTo(3);
        assertThat(MeanEstimate.of(new double[] {2, 4}, CONFIDENCE).high()).isNaN();
        assertThat(MeanEstimate.percentile(new double[] {2}, 99.9)).isEqualTo(2);
    }

    @Test
    void equalValuesHaveNoSpread() {
        assertThat(MeanEstimate.of(new double[] {5, 5, 5, 5}, CONFIDENCE)).isEqualTo(new MeanEstimate(5, 0));
    }

    @Test
    void aMeanNeedsAValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> MeanEstimate.of(new double[0], CONFIDENCE));
        assertThatIllegalArgumentException().isThrownBy(() -> MeanEstimate.percentile(new double[] {1}, 101));
    }
}
