package dev.joust.trial;

import java.time.Duration;

/**
 * When the measured window may start: once the last three iterations agree within the tolerance, or at the limit, but
 * after three iterations at least.
 *
 * <p>A model may still be cold at the limit. A load that goes on then warms it up for longer: until its iterations
 * agree within the tolerance, or three in a row do not grow. A model is also cold until as many units are done as a
 * closed load began with, or its iterations agree. An open load does not wait for a cold model, so units queue up; its
 * warm-up also goes on until they are worked off. A model that cannot keep up is not waited for: it does not grow, and
 * works nothing off.
 *
 * @param limit the longest warm-up of three iterations or more
 * @param iteration the length of one iteration of a closed load; an iteration of a batch is one shortened batch
 * @param tolerance the largest (maximum - minimum) / mean of three iterations that counts as steady
 * @param longest until when the warm-up of a load that goes on may last; no shorter than the limit
 */
public record WarmUp(Duration limit, Duration iteration, double tolerance, Duration longest) {

    /** A warm-up that ends at its limit. */
    public WarmUp(Duration limit, Duration iteration, double tolerance) {
        this(limit, iteration, tolerance, limit);
    }
}
