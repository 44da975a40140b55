package dev.joust.trial;

import java.util.ArrayList;
import java.util.List;

/** Decides when the iterations of a warm-up are steady. For the driver's thread. */
final class SteadyState {
    private static final int COMPARED = 3;

    private final double tolerance;
    private final List<Double> series = new ArrayList<>();

    SteadyState(double tolerance) {
        this.tolerance = tolerance;
    }

    void add(double value) {
        series.add(value);
    }

    /** Whether the last {@value #COMPARED} iterations agree within the tolerance. */
    boolean reached() {
        if (series.size() < COMPARED) {
            return false;
        }
        var last = series.subList(series.size() - COMPARED, series.size()).stream()
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        return last.getAverage() > 0 && (last.getMax() - last.getMin()) / last.getAverage() <= tolerance;
    }

    /** The value of each iteration so far. */
    List<Double> series() {
        return List.copyOf(series);
    }
}
