package dev.joust.trial;

/** A trial that yields no measurement. The message is the reason, in one sentence. */
final class TrialFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrialFailedException(String message) {
        super(message);
    }
}
