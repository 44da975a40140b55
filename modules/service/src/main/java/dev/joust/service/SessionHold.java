package dev.joust.service;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.LongSupplier;

/**
 * Holds the service for one session: the calls of a second one would be among the counts of the first, so its resets
 * are refused. A hold ends with its time, so that a session that was killed does not keep the service.
 */
@Singleton
final class SessionHold {
    static final String SESSION_HEADER = "Joust-Session";
    static final String SECONDS_HEADER = "Joust-Hold";

    private static final String NAME = "[0-9A-Za-z-]{1,64}";
    private static final long MAX_SECONDS = 86_400;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final LongSupplier clock;
    private String holder = ""; // guarded by this, as the next
    private long untilNanos;

    @Inject
    SessionHold() {
        this(System::nanoTime);
    }

    SessionHold(LongSupplier clock) {
        this.clock = clock;
    }

    /**
     * Holds the service for this session, or lets it go after 0 seconds.
     *
     * @param session null for a client that does not hold
     * @param seconds null with it
     * @throws Refusal when another session holds the service, or the request is malformed
     */
    synchronized void take(String session, String seconds) throws Refusal {
        long now = clock.getAsLong();
        long left = untilNanos - now;
        if (!holder.isEmpty() && left > 0 && !holder.equals(session)) {
            throw Refusal.held("another session holds this service for "
                    + (left + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND + " s more");
        }
        if (session == null) {
            return;
        }
        long length = seconds == null ? -1 : Digits.value(seconds, seconds.length());
        if (!session.matches(NAME)) {
            throw Refusal.badParameter("a session has 1 to 64 letters, digits and hyphens", SESSION_HEADER, session);
        }
        if (length < 0 || length > MAX_SECONDS) {
            throw Refusal.badParameter(
                    "a hold is a whole number of seconds from 0 to " + MAX_SECONDS,
                    SECONDS_HEADER,
                    seconds == null ? "" : seconds);
        }
        holder = session;
        untilNanos = now + length * NANOS_PER_SECOND;
    }
}
