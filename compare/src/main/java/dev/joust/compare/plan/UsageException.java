package dev.joust.compare.plan;

/** Something that was asked for cannot be done as asked; nothing ran. The message is one line for the user; exit code 64. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
