package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SmallestEffectTest {

    @Test
    void itIsHalfTheWidthOfTheIntervalAsARatio() {
        Estimate control = new Estimate(0.01, Math.log(0.9), Math.log(1.225), 8, new Confidence(0.98, 0.984));
        assertThat(SmallestEffect.of(control).orElseThrow()).isCloseTo(Math.sqrt(1.225 / 0.9), within(1e-12));
        assertThat(SmallestEffect.of(control.swapped())).isEqualTo(SmallestEffect.of(control));
    }

    @Test
    void withTooFewBlocksThereIsNoEffectLargeEnough() {
        assertThat(SmallestEffect.of(Estimate.of(new double[] {0.01, 0.02, -0.01}, 0.95)))
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
                    SmallestEffect.of(Estimate.of(normal(random, 0), 0.95)).orElseThrow());
            once += Estimate.of(normal(random, effect), 0.95).logLow() > 0 ? 1 : 0;
            twice += Estimate.of(normal(random, 2 * effect), 0.95).logLow() > 0 ? 1 : 0;
        }
        assertThat(once / (double) sessions).isBetween(0.4, 0.6);
        assertThat(twice / (double) sessions).isGreaterThan(0.9);
    }

    private static double[] normal(SplittableRandom random, double mean) {
        double[] d = new double[24];
        for (int i = 0; i < d.length; i++) {
            d[i] = random.nextGaussian(mean, 0.05);
        }
        return d;
    }
}
