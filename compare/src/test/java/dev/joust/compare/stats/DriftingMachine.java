package dev.joust.compare.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A machine on which models are timed. Its log speed drifts (1 % per trial) and swings slowly (5 %, in 40 to 200
 * trials), and each trial adds noise (2 %). These values were fixed in advance, not fitted to the tests.
 */
final class DriftingMachine {

    private final RandomGenerator random;
    private final double drift;
    private final double noise;
    private final double period;
    private final double phase;
    private int trials;
    private double walk;

    DriftingMachine(RandomGenerator random) {
        this(random, 1, 0.02);
    }

    /**
     * @param drift how many times as much as usual its speed drifts and swings; 0 on a quiet machine
     * @param noise the standard deviation of a trial, as a share
     */
    DriftingMachine(RandomGenerator random, double drift, double noise) {
        this.random = random;
        this.drift = drift;
        this.noise = noise;
        this.period = random.nextDouble(40, 200);
        this.phase = random.nextDouble(2 * Math.PI);
    }

    /** One block of models that take these times on a machine at rest, in random order, by the model's number. */
    double[] block(double... times) {
        double[] found = new double[times.length];
        List<Integer> order = IntStream.range(0, times.length).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(order, random);
        order.forEach(model -> found[model] = times[model] * Math.exp(trial()));
        return found;
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
        walk += drift * random.nextGaussian(0, 0.01);
        double swing = drift * 0.05 * Math.sin(phase + 2 * Math.PI * trials++ / period);
        return walk + swing + random.nextGaussian(0, noise);
    }
}
