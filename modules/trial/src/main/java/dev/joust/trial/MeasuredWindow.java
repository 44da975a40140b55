package dev.joust.trial;

import java.util.List;

/**
 * The measured window of a load. Instants are those of the driver's clock.
 *
 * @param steady whether the warm-up was steady when the window started
 * @param warmUp one value per iteration of the warm-up: units done for a closed load, seconds for a batch
 */
record MeasuredWindow(long start, long end, boolean steady, List<Double> warmUp) {
    long nanos() {
        return end - start;
    }

    /** How much of the time between two instants lies within the window. */
    long part(long from, long to) {
        return Math.max(0, Math.clamp(to, start, end) - Math.clamp(from, start, end));
    }

    boolean contains(long instant) {
        return instant >= start && instant <= end;
    }
}
