package dev.joust.trial;

import java.time.Duration;

/**
 * When the measured window may start: once the last three iterations agree within the tolerance, or at the limit, but
 * after three iterations at least.
 *
 * <p>An open load does not wait for a model that is still cold, so units queue up. Where {@code longest} is beyond the
 * limit, the warm-up goes on until the iterations agree within the tolerance or their noise and that queue is worked
 * off. A model that cannot keep up agrees with itself, and its queue grows: it is not waited for.
 *
 * @param limit the longest warm-up of three iterations or more
 * @param iteration the length of one iteration of a closed load; an iteration of a batch is one shortened batch
 * @param tolerance the largest (maximum - minimum) / mean of three iterations that counts as steady
 * @param longest until when the warm-up of an open load goes on beyond the limit
 */
public record WarmUp(Duration limit, Duration iteration, double tolerance, Duration longest) {

    /** A warm-up that ends at its limit. */
    public WarmUp(Duration limit, Duration iteration, double tolerance) {
        this(limit, iteration, tolerance, limit);
    }
}
