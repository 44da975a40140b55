package dev.joust.compare.remote;

import java.time.Duration;

/**
 * How long a host may be silent before it counts as hung. A connection that breaks is noticed earlier, by
 * {@code ssh} itself.
 *
 * @param answer to a short question, the connection included
 * @param send for what is sent
 * @param start until the session is fixed: the service starts, the machine comes to rest, runtimes are calibrated
 * @param margin beyond the longest trial: start-up caches are made before the first one
 * @param pulse between the signs of life that a host gets
 */
record HostLimits(Duration answer, Duration send, Duration start, Duration margin, Duration pulse) {
    static final HostLimits USUAL = new HostLimits(
            Duration.ofMinutes(1),
            Duration.ofMinutes(15),
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            Duration.ofSeconds(10));
}
