package dev.joust.compare.verdict;

/** What a simulated session runs again after a disturbance: Joust's rule, and those that it was chosen among. */
enum Repetition {
    /** Joust's: the disturbed trials of a block, after all of its trials. */
    TRIALS_AFTER_BLOCK(false, false),
    /** The whole block. */
    BLOCK(false, true),
    /** Each disturbed trial at once. */
    TRIAL_AT_ONCE(true, false),
    /** Each disturbed trial at once, and the whole block where that does not help. */
    TRIAL_THEN_BLOCK(true, true);

    static final Repetition JOUST = TRIALS_AFTER_BLOCK;

    private final boolean atOnce;
    private final boolean wholeBlock;

    Repetition(boolean atOnce, boolean wholeBlock) {
        this.atOnce = atOnce;
        this.wholeBlock = wholeBlock;
    }

    /** Whether a disturbed trial runs again before the next one. */
    boolean atOnce() {
        return atOnce;
    }

    /** Whether anything runs again after all trials of a block. */
    boolean afterBlock() {
        return !atOnce || wholeBlock;
    }

    /** Whether that is the whole block. */
    boolean wholeBlock() {
        return wholeBlock;
    }
}
