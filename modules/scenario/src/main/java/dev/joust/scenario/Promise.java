package dev.joust.scenario;

import java.time.Duration;

/**
 * A promise about response times: of the units of a class, this percentage takes at most the limit.
 *
 * @param percentile above 0 and below 100
 * @param of the class of work
 */
public record Promise(double percentile, String of, Duration limit) {}
