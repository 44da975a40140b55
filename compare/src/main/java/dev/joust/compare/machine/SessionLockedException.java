package dev.joust.compare.machine;

/** The session lock cannot be taken. The message names the holder or the obstacle. */
public final class SessionLockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SessionLockedException(String message) {
        super(message);
    }

    SessionLockedException(String message, Throwable cause) {
        super(message, cause);
    }
}
