package dev.joust.compare.stats;

/** The four verdicts that a claim can get. */
public enum VerdictOutcome {
    HELD("held"),
    REFUTED("refuted"),
    INCONCLUSIVE("inconclusive"),
    NOT_APPLICABLE("not applicable");

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
