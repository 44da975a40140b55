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
 * How often a session names a winner between a model and itself, where the metric is the 99th percentile of 1,000 units
 * per trial: the tenth largest of them. The units queue, so they resemble their neighbours, as in a real trial.
 */
class TrialPercentileTest {
    private static final int UNITS = 1_000;
    private static final int SESSIONS = 1_000;
    private static final double NOMINAL = 0.05;
    private static final double LOAD = 0.7;

    /** With a true rate of 5 %, one in a thousand such simulations shows more than this. */
    private static final double ALLOWED =
            BinomialDistribution.of(SESSIONS, NOMINAL).inverseCumulativeProbability(0.999) / (double) SESSIONS;

    @ParameterizedTest
    @EnumSource(
            value = Profile.class,
            names = {"QUICK", "FULL"})
    void blocksOfThemKeepFivePercent(Profile profile) {
        var looks = profile.looks();
        double rate = rate(random -> {
            double[] advantages = IntStream.range(0, looks.blocks())
                    .mapToDouble(_ -> Math.log(p99(trial(random)) / p99(trial(random))))
                    .toArray();
            return IntStream.rangeClosed(1, looks.blocks())
                    .filter(looks::now)
                    .mapToObj(looks::at)
                    .anyMatch(look -> excludesZero(Arrays.copyOf(advantages, look.blocks()), look));
        });
        assertThat(rate)
                .as("false winners, %s: %.4f", looks, rate)
                .isLessThanOrEqualTo(ALLOWED)
                .isPositive();
    }

    @Test
    void takingEachUnitForAReplicateDoesNot() {
        double rate = rate(random -> {
            var one = merged(random);
            var other = merged(random);
            int rank = (int) (0.99 * one.length);
            int scatter = (int) Math.ceil(1.96 * Math.sqrt(one.length * 0.99 * 0.01));
            return one[rank - scatter] > other[rank + scatter] || other[rank - scatter] > one[rank + scatter];
        });
        assertThat(rate).as("false winners, units as replicates: %.4f", rate).isGreaterThan(0.15);
    }

    private static boolean excludesZero(double[] advantages, Looks.Look look) {
        var estimate = Estimate.of(LogRatios.of(advantages), look.confidence());
        return estimate.achievable() && (estimate.logLow() > 0 || estimate.logHigh() < 0);
    }

    private static double rate(Predicate<SplittableRandom> namesAWinner) {
        var random = new SplittableRandom(99);
        return IntStream.range(0, SESSIONS)
                        .filter(_ -> namesAWinner.test(random.split()))
                        .count()
                / (double) SESSIONS;
    }

    private static double[] merged(SplittableRandom random) {
        double[] all = IntStream.range(0, 6)
                .mapToObj(_ -> trial(random))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        Arrays.sort(all);
        return all;
    }

    private static double p99(double[] times) {
        Arrays.sort(times);
        return times[times.length - times.length / 100 - 1];
    }

    /** Response times of an M/M/1 queue, by Lindley's recursion, after as many units of warm-up. */
    private static double[] trial(SplittableRandom random) {
        double[] times = new double[UNITS];
        double waits = 0;
        for (int i = -UNITS; i < UNITS; i++) {
            double service = -Math.log(1 - random.nextDouble());
            if (i >= 0) {
                times[i] = waits + service;
            }
            waits = Math.max(0, waits + service + Math.log(1 - random.nextDouble()) / LOAD);
        }
        return times;
    }
}
