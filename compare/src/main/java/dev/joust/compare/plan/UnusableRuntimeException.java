package dev.joust.compare.plan;

/** A program or a jar that an arm names and that cannot be used. The message is a sentence that names it. */
final class UnusableRuntimeException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableRuntimeException(String message) {
        super(message);
    }
}
