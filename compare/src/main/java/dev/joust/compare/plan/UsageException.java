package dev.joust.compare.plan;

import dev.joust.scenario.PrintableText;

/** A request that cannot be met; nothing has run. The message is one line for the user; the exit code is 64. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(PrintableText.line(message));
    }
}
