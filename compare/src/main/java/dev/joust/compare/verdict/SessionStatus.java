package dev.joust.compare.verdict;

/** Whether a session can be believed, by its controls. */
public enum SessionStatus {
    /** Every control passed. */
    SOUND,
    /** An A/A pair has a winner, or the analytic control is off. The verdicts are withheld. */
    CONTAMINATED,
    /**
     * A known effect was not detected, or a control has too few valid blocks. An effect that was not found may exist.
     */
    UNDERPOWERED,
    /** No control ran. */
    UNCONTROLLED,
    /** The profile judges nothing. */
    UNJUDGED
}
