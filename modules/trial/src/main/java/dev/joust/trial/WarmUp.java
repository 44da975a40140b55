package dev.joust.trial;

import java.time.Duration;

/**
 * When the measured window may start: once the last three iterations agree within the tolerance, or at the limit, but
 * after three iterations at least.
 *
 * @param limit the longest warm-up of three iterations or more
 * @param iteration the length of one iteration of a closed load; an iteration of a batch is one shortened batch
 * @param tolerance the largest (maximum - minimum) / mean of three iterations that counts as steady
 */
public record WarmUp(Duration limit, Duration iteration, double tolerance) {}
