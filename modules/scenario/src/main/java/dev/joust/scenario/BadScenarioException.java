package dev.joust.scenario;

/** A scenario that cannot run as written. The message is one line: file, line, what was found, and what is known. */
public final class BadScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A message quotes the file, whose values may be long. */
    private static final int MAX_LENGTH = 1_000;

    public BadScenarioException(String message) {
        super(PrintableText.line(message.length() > MAX_LENGTH ? message.substring(0, MAX_LENGTH) + "…" : message));
    }
}
