package dev.joust.compare.machine;

/** The machine cannot be had for a session. The message says who has it, or what is in the way. */
public final class SessionLockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SessionLockedException(String message) {
        super(message);
    }

    SessionLockedException(String message, Throwable cause) {
        super(message, cause);
    }
}
