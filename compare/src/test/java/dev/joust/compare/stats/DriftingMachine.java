package dev.joust.compare.stats;

import java.util.random.RandomGenerator;

/**
 * A machine on which one model is timed under two names. Its log speed drifts (1 % per trial) and swings slowly (5 %,
 * in 40 to 200 trials), and each trial adds noise (2 %). These values were fixed in advance, not fitted to the tests.
 */
final class DriftingMachine {

    private final RandomGenerator random;
    private final double period;
    private final double phase;
    private int trials;
    private double walk;

    DriftingMachine(RandomGenerator random) {
        this.random = random;
        this.period = random.nextDouble(40, 200);
        this.phase = random.nextDouble(2 * Math.PI);
    }

    /** Blocks of two trials in random order, as Joust runs them. */
    double[] randomisedBlocks(int blocks) {
        double[] d = new double[blocks];
        for (int i = 0; i < blocks; i++) {
            double first = trial();
            double second = trial();
            d[i] = random.nextBoolean() ? first - second : second - first;
        }
        return d;
    }

    /** All trials of A, then all of B, paired in the order in which they ran. */
    double[] oneAfterTheOther(int blocks) {
        double[] d = new double[blocks];
        for (int i = 0; i < blocks; i++) {
            d[i] = trial();
        }
        for (int i = 0; i < blocks; i++) {
            d[i] -= trial();
        }
        return d;
    }

    private double trial() {
        walk += random.nextGaussian(0, 0.01);
        double swing = 0.05 * Math.sin(phase + 2 * Math.PI * trials++ / period);
        return walk + swing + random.nextGaussian(0, 0.02);
    }
}
