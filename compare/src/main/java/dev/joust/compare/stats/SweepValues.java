package dev.joust.compare.stats;

import java.util.Arrays;

/**
 * The values of a sweep, and the scale on which its figures are interpolated: logarithmic where the values are positive
 * and nearer to a geometric than to an arithmetic sequence, else linear.
 *
 * @param values ascending
 */
record SweepValues(double[] values) {
    SweepValues {
        for (int i = 1; i < values.length; i++) {
            if (!(values[i] > values[i - 1])) {
                throw new IllegalArgumentException("the values of a sweep ascend: " + Arrays.toString(values));
            }
        }
    }

    /** Whether the scale is logarithmic: the steps of the logarithms are more equal than those of the values. */
    boolean geometric() {
        return values[0] > 0 && unequal(Arrays.stream(values).map(Math::log).toArray()) < unequal(values) * (1 - 1e-9);
    }

    /** The largest step in units of the smallest. */
    private static double unequal(double[] ascending) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 1; i < ascending.length; i++) {
            double step = ascending[i] - ascending[i - 1];
            least = Math.min(least, step);
            most = Math.max(most, step);
        }
        return most / least;
    }

    /** The place of a value on the scale. */
    double place(double value) {
        return geometric() ? Math.log(value) : value;
    }
}
