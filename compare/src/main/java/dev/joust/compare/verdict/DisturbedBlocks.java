package dev.joust.compare.verdict;

/**
 * How many of a scenario's judged blocks are disturbed, and what follows. A disturbed block is repeated. A block that
 * stays disturbed is judged with the others, and counted. The rule was chosen by simulation: compare/decisions/0018.
 *
 * @param disturbed the blocks with a disturbed trial in the attempt that is judged
 * @param blocks all judged blocks
 */
public record DisturbedBlocks(int disturbed, int blocks) {
    /** At most this share of a session's blocks is repeated. */
    private static final double MAX_REPEATED_SHARE = 0.3;

    /** Where more than one in so many blocks of a scenario is disturbed, the verdicts of the session are withheld. */
    private static final int ONE_IN = 4;

    /**
     * Whether one more block may be repeated.
     *
     * @param repeated the blocks that were repeated so far
     * @param blocks the blocks of the session
     */
    public static boolean mayRepeat(int repeated, int blocks) {
        return repeated + 1 <= MAX_REPEATED_SHARE * blocks;
    }

    /** Whether too many are disturbed for a verdict. */
    public boolean tooMany() {
        return ONE_IN * disturbed > blocks;
    }
}
