package dev.joust.compare.verdict;

import java.util.List;

/** Whether a session can be believed, by its machine and its controls. */
public enum SessionStatus {
    /** Every control passed. */
    SOUND,
    /** Too many blocks of a scenario stayed disturbed. The verdicts are withheld, whatever the controls found. */
    DISTURBED,
    /**
     * An A/A pair is found apart by more than the margin, or the analytic control is off. The verdicts are withheld.
     */
    CONTAMINATED,
    /**
     * A known answer was not shown: an A/A pair is not shown to tie, a known effect was not detected, or a control has
     * too few valid blocks. An effect that was not found may exist.
     */
    UNDERPOWERED,
    /** No control ran. */
    UNCONTROLLED,
    /** The profile judges nothing. */
    UNJUDGED,
    /** It is one shard of a plan: its merge with the others is judged. No control failed. */
    SHARD;

    /** Whether no verdict is given. */
    public boolean withholds() {
        return this == DISTURBED || this == CONTAMINATED;
    }

    /** The status that these controls give. */
    static SessionStatus of(List<ControlOutcome> controls) {
        if (controls.contains(ControlOutcome.FAILED)) {
            return CONTAMINATED;
        }
        return controls.contains(ControlOutcome.NOT_SHOWN) ? UNDERPOWERED : SOUND;
    }
}
