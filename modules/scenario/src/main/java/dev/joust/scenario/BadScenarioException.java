package dev.joust.scenario;

/** A scenario that cannot run as written. The message is one line: file, line, what was found, and what is known. */
public final class BadScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadScenarioException(String message) {
        super(message);
    }
}
