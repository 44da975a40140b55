package dev.joust.compare.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down adjustment, as R's {@code p.adjust(p, "holm")}. Take the claims of a session whose truth lies
 * exactly at their boundary: the chance of deciding even one of them stays within alpha, however the claims depend on
 * each other. That the other claims are decided in the right direction is proven for independent claims (Shaffer,
 * Annals of Statistics 8, 1980, 1342-1347). Claims that share a model are not quite independent.
 *
 * <p>The scenario files fix the family, not the results: every judged claim belongs to it, an inconclusive one too.
 * Only claims that are not applicable stay outside.
 */
public final class Holm {

    private Holm() {}

    /**
     * Adjusts p-values.
     *
     * @param p the p-values of all claims, {@link Rule#p}
     * @return the adjusted p-values, in the same order
     */
    public static double[] adjust(double... p) {
        for (double value : p) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a p-value must be in [0, 1]: " + Arrays.toString(p));
            }
        }
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double largestSoFar = 0;
        for (int step = 0; step < p.length; step++) {
            double scaled = Math.min(1, (p.length - step) * p[ascending[step]]);
            largestSoFar = Math.max(largestSoFar, scaled);
            adjusted[ascending[step]] = largestSoFar;
        }
        return adjusted;
    }
}
