package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SmallestEffectTest {

    @Test
    void itIsHalfTheWidthOfTheIntervalAsARatio() {
        Estimate control = new Estimate(0.01, Math.log(0.9), Math.log(1.225), 8, new Confidence(0.98, 0.984));
        assertThat(between(control).orElseThrow()).isCloseTo(Math.sqrt(1.225 / 0.9), within(1e-12));
        assertThat(between(control.swapped())).isEqualTo(between(control));
    }

    @Test
    void withTooFewBlocksThereIsNoEffectLargeEnough() {
        assertThat(between(Estimate.of(LogRatios.of(new double[] {0.01, 0.02, -0.01}), 0.95)))
                .isEmpty();
    }

    @Test
    void anEffectOfThatSizeIsFoundEverySecondTimeAndOneOfTwiceItsLogNearlyAlways() {
        SplittableRandom random = new SplittableRandom(4711);
        int sessions = 2_000;
        int once = 0;
        int twice = 0;
        for (int i = 0; i < sessions; i++) {
            double effect = Math.log(
                    between(Estimate.of(LogRatios.of(normal(random, 0)), 0.95)).orElseThrow());
            once += Estimate.of(LogRatios.of(normal(random, effect)), 0.95).logLow() > 0 ? 1 : 0;
            twice += Estimate.of(LogRatios.of(normal(random, 2 * effect)), 0.95).logLow() > 0 ? 1 : 0;
        }
        assertThat(once / (double) sessions).isBetween(0.4, 0.6);
        assertThat(twice / (double) sessions).isGreaterThan(0.9);
    }

    @Test
    void aScenarioHasTheLargestOfItsPairs() {
        var narrow = new Estimate(2.0, 1.99, 2.01, 8, new Confidence(0.98, 0.984));
        var wide = new Estimate(0.3, 0.1, 0.5, 8, new Confidence(0.98, 0.984));
        assertThat(SmallestEffect.of(
                                List.of(new PairedComparison("a", "b", narrow), new PairedComparison("a", "c", wide)))
                        .orElseThrow())
                .isCloseTo(Math.exp(0.2), within(1e-12));
        var few = Estimate.of(LogRatios.of(new double[] {0.01, 0.02, -0.01}), 0.95);
        assertThat(SmallestEffect.of(
                        List.of(new PairedComparison("a", "b", narrow), new PairedComparison("a", "c", few))))
                .isEmpty();
        assertThat(SmallestEffect.of(List.of())).isEmpty();
    }

    private static OptionalDouble between(Estimate advantage) {
        return SmallestEffect.of(List.of(new PairedComparison("a", "b", advantage)));
    }

    private static double[] normal(SplittableRandom random, double mean) {
        double[] d = new double[24];
        for (int i = 0; i < d.length; i++) {
            d[i] = random.nextGaussian(mean, 0.05);
        }
        return d;
    }
}
