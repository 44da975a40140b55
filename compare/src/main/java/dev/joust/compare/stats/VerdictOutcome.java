package dev.joust.compare.stats;

/** What can become of a claim. */
public enum VerdictOutcome {
    HELD("held"),
    REFUTED("refuted"),
    INCONCLUSIVE("inconclusive"),
    NOT_APPLICABLE("not applicable"),
    /** The profile judges nothing. */
    NOT_JUDGED("not judged");

    private final String word;

    VerdictOutcome(String word) {
        this.word = word;
    }

    /** The verdict as reports print it. */
    public String word() {
        return word;
    }

    /** Whether the measurement decided the claim, one way or the other. */
    public boolean decisive() {
        return this == HELD || this == REFUTED;
    }
}
