package dev.joust.compare.stats;

import java.util.Arrays;
import java.util.List;

/** The Walsh averages: the mean of each pair of values, each value paired with itself too. */
final class WalshAverages {
    private WalshAverages() {}

    /** The averages in ascending order. */
    static double[] sorted(double[] values) {
        return sorted(values, Double.NaN);
    }

    /** The averages within each group, all in ascending order. */
    static double[] sorted(List<double[]> groups, double undefined) {
        return groups.stream()
                .flatMapToDouble(group -> Arrays.stream(sorted(group, undefined)))
                .sorted()
                .toArray();
    }

    /**
     * The averages in ascending order, of values that may be infinite.
     *
     * @param undefined what the average of negative and positive infinity counts as
     */
    static double[] sorted(double[] values, double undefined) {
        double[] averages = new double[values.length * (values.length + 1) / 2];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i; j < values.length; j++) {
                double average = (values[i] + values[j]) / 2;
                averages[next++] = Double.isNaN(average) ? undefined : average;
            }
        }
        Arrays.sort(averages);
        return averages;
    }
}
