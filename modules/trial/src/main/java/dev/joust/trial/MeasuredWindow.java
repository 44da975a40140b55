package dev.joust.trial;

import java.util.List;

/**
 * The measured window of a load.
 *
 * @param start by the driver's clock
 * @param end by the driver's clock
 * @param steady whether the warm-up had settled when it started
 * @param warmUp the value of each iteration of the warm-up: units done for a closed load, seconds for a batch
 */
record MeasuredWindow(long start, long end, boolean steady, List<Double> warmUp) {
    long nanos() {
        return end - start;
    }

    /** How much of the time from one instant to another lies within. */
    long overlap(long from, long to) {
        return Math.max(0, Math.min(to, end) - Math.max(from, start));
    }

    boolean contains(long instant) {
        return instant >= start && instant <= end;
    }
}
