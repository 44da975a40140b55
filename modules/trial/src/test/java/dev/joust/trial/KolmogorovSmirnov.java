package dev.joust.trial;

import java.util.Arrays;

/** The one-sample test of Kolmogorov and Smirnov against the exponential distribution with mean 1. */
final class KolmogorovSmirnov {
    /** The asymptotic critical value at the level 1 %. */
    private static final double CRITICAL = 1.628;

    private KolmogorovSmirnov() {}

    static boolean rejectsExponential(double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double n = sorted.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double expected = 1 - Math.exp(-sorted[i]);
            distance = Math.max(distance, Math.max((i + 1) / n - expected, expected - i / n));
        }
        return distance > CRITICAL / Math.sqrt(n);
    }
}
