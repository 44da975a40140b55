package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.plan.Profile;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often a session names a winner between a model and itself, on a machine that drifts. Joust's procedure keeps its
 * 5 %; each of the usual shortcuts does not.
 */
class FalseWinnerTest {

    private static final int SESSIONS = 2_000;
    private static final double NOMINAL = 0.05;

    /** With a true rate of 5 %, one in a thousand such simulations shows more than this. */
    private static final double ALLOWED =
            BinomialDistribution.of(SESSIONS, NOMINAL).inverseCumulativeProbability(0.999) / (double) SESSIONS;

    @ParameterizedTest
    @EnumSource(
            value = Profile.class,
            names = {"QUICK", "FULL"})
    void theFixedLooksOfASessionTogetherKeepFivePercent(Profile profile) {
        var looks = profile.looks();
        double rate = rate(machine -> {
            double[] session = machine.randomisedBlocks(looks.blocks());
            return IntStream.rangeClosed(1, looks.blocks())
                    .filter(looks::now)
                    .mapToObj(looks::at)
                    .anyMatch(look -> excludesZero(Arrays.copyOf(session, look.blocks()), look.confidence()));
        });
        assertThat(rate)
                .as("false winners, %s: %.4f", looks, rate)
                .isLessThanOrEqualTo(ALLOWED)
                .isPositive();
    }

    @Test
    void anyNumberOfRandomisedBlocksKeepsFivePercent() {
        for (int blocks : new int[] {8, 10, 16, 24}) {
            double rate = rate(machine -> excludesZero(machine.randomisedBlocks(blocks), 1 - NOMINAL));
            assertThat(rate).as("false winners, %d blocks: %.4f", blocks, rate).isLessThanOrEqualTo(ALLOWED);
        }
    }

    @Test
    void runningAllOfOneModelAndThenAllOfTheOtherDoesNot() {
        double rate = rate(machine -> excludesZero(machine.oneAfterTheOther(10), 1 - NOMINAL));
        assertThat(rate).as("false winners, one after the other: %.4f", rate).isGreaterThan(0.20);
    }

    @Test
    void testingAfterEveryBlockDoesNot() {
        double rate = rate(machine -> {
            double[] session = machine.randomisedBlocks(24);
            return IntStream.rangeClosed(6, 24)
                    .anyMatch(blocks -> excludesZero(Arrays.copyOf(session, blocks), 1 - NOMINAL));
        });
        assertThat(rate)
                .as("false winners, a test after every block: %.4f", rate)
                .isGreaterThan(0.10);
    }

    @Test
    void aPercentileBootstrapOfTheMeanDoesNot() {
        SplittableRandom resampling = new SplittableRandom(1174);
        for (int blocks : new int[] {6, 8, 10}) {
            double rate = rate(machine -> bootstrapExcludesZero(machine.randomisedBlocks(blocks), resampling));
            assertThat(rate)
                    .as("false winners, bootstrap of %d blocks: %.4f", blocks, rate)
                    .isGreaterThan(0.08);
        }
    }

    private static double rate(Predicate<DriftingMachine> namesAWinner) {
        SplittableRandom random = new SplittableRandom(4711);
        return IntStream.range(0, SESSIONS)
                        .mapToObj(session -> new DriftingMachine(random.split()))
                        .filter(namesAWinner)
                        .count()
                / (double) SESSIONS;
    }

    private static boolean excludesZero(double[] d, double confidence) {
        Estimate estimate = Estimate.of(LogRatios.of(d), confidence);
        return estimate.achievable() && (estimate.logLow() > 0 || estimate.logHigh() < 0);
    }

    private static boolean bootstrapExcludesZero(double[] d, SplittableRandom random) {
        double[] means = new double[399];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            for (int j = 0; j < d.length; j++) {
                sum += d[random.nextInt(d.length)];
            }
            means[i] = sum / d.length;
        }
        Arrays.sort(means);
        return means[9] > 0 || means[389] < 0;
    }
}
