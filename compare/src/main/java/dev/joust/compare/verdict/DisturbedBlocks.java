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

    /**
     * One block is repeated at most so often, so that a short disturbance does not take the repeats of all others: in a
     * session of 40 blocks beside stolen time the first disturbed one took 8 of 12.
     */
    private static final int MAX_REPEATS_OF_ONE = 2;

    /** Where more than one in so many blocks of a scenario is disturbed, the verdicts of the session are withheld. */
    private static final int ONE_IN = 4;

    /**
     * Whether a block may be repeated.
     *
     * @param attempts at this block so far
     * @param repeated the blocks that were repeated so far
     * @param blocks the blocks of the session
     */
    public static boolean mayRepeat(int attempts, int repeated, int blocks) {
        return attempts <= MAX_REPEATS_OF_ONE && repeated + 1 <= MAX_REPEATED_SHARE * blocks;
    }

    /** Whether too many are disturbed for a verdict. */
    public boolean tooMany() {
        return ONE_IN * disturbed > blocks;
    }
}
