package dev.joust.compare.verdict;

/** Whether a session can be believed, by its machine and its controls. */
public enum SessionStatus {
    /** Every control passed. */
    SOUND,
    /** Too many blocks of a scenario stayed disturbed. The verdicts are withheld, whatever the controls found. */
    DISTURBED,
    /** An A/A pair has a winner, or the analytic control is off. The verdicts are withheld. */
    CONTAMINATED,
    /**
     * A known effect was not detected, or a control has too few valid blocks. An effect that was not found may exist.
     */
    UNDERPOWERED,
    /** No control ran. */
    UNCONTROLLED,
    /** The profile judges nothing. */
    UNJUDGED;

    /** Whether no verdict is given. */
    public boolean withholds() {
        return this == DISTURBED || this == CONTAMINATED;
    }
}
