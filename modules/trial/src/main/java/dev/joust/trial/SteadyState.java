package dev.joust.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Decides when the iterations of a warm-up are steady. The warm-up ends early where the last {@value #COMPARED} agree
 * within the tolerance. Where it runs to its limit, they may also differ by their noise. Counts that still grow there
 * are those of a cold model. For the driver's thread.
 */
final class SteadyState {
    /** How many iterations are compared. */
    static final int COMPARED = 3;

    /** Counts may differ by this many standard deviations of a Poisson count. */
    private static final double COUNT_DEVIATIONS = 2;

    /** By how much the last counts exceed those before them where they grow: more than a model's counts vary. */
    private static final double GROWTH = 1.25;

    /** A batch may take one tick of the scheduler longer: the smallest time for which another thread gets its core. */
    private static final double TICK_SECONDS = 0.004;

    private final double tolerance;
    private final DoubleUnaryOperator noise;
    private final List<Double> series = new ArrayList<>();

    private SteadyState(double tolerance, DoubleUnaryOperator noise) {
        this.tolerance = tolerance;
        this.noise = noise;
    }

    /** Of iterations whose values are numbers of units. */
    static SteadyState ofCounts(double tolerance) {
        return new SteadyState(tolerance, mean -> COUNT_DEVIATIONS / Math.sqrt(mean));
    }

    /** Of iterations whose values are seconds. */
    static SteadyState ofSeconds(double tolerance) {
        return new SteadyState(tolerance, mean -> TICK_SECONDS / mean);
    }

    void add(double value) {
        series.add(value);
    }

    /** Whether there are enough iterations to compare. */
    boolean comparable() {
        return series.size() >= COMPARED;
    }

    /** Whether the last {@value #COMPARED} iterations agree within the tolerance. */
    boolean reached() {
        return agree(mean -> tolerance);
    }

    /** Whether the last {@value #COMPARED} iterations agree within the tolerance or their noise. */
    boolean steady() {
        return agree(mean -> Math.max(tolerance, noise.applyAsDouble(mean)));
    }

    /**
     * Whether the last {@value #COMPARED} iterations exceed those before them, as many at most, by a quarter, and by
     * more than the standard deviation of the difference of Poisson counts. The first does not count: the first units
     * of a load are spread over it. Of counts only.
     */
    boolean growing() {
        int lastFrom = series.size() - COMPARED;
        if (lastFrom < 2) {
            return false;
        }
        int beforeFrom = Math.max(1, lastFrom - COMPARED);
        double last = mean(lastFrom, series.size());
        double before = mean(beforeFrom, lastFrom);
        double deviation = Math.sqrt(last / COMPARED + before / (lastFrom - beforeFrom));
        return last > GROWTH * before && last - before > deviation;
    }

    private double mean(int from, int to) {
        return series.subList(from, to).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private boolean agree(DoubleUnaryOperator allowed) {
        if (!comparable()) {
            return false;
        }
        var last = series.subList(series.size() - COMPARED, series.size()).stream()
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        double mean = last.getAverage();
        return mean > 0 && (last.getMax() - last.getMin()) / mean <= allowed.applyAsDouble(mean);
    }

    /** The value of each iteration so far. */
    List<Double> series() {
        return List.copyOf(series);
    }
}
