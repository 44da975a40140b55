package dev.joust.compare;

/** A trial that yielded nothing: the reason in a sentence, and the tail of its log. */
final class TrialFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String log;

    TrialFailure(String reason, String log) {
        super(reason);
        this.log = log;
    }

    Result.Failure failure() {
        return new Result.Failure(getMessage(), log);
    }
}
