package dev.joust.compare.verdict;

/**
 * How many of a scenario's judged blocks are disturbed, and what follows. The disturbed trials of a block run again. A
 * block that stays disturbed is judged with the others, and counted. The rule was chosen by simulation:
 * compare/decisions/0018 and 0045.
 *
 * @param disturbed the blocks with a disturbed trial in the attempt that is judged
 * @param blocks all judged blocks
 */
public record DisturbedBlocks(int disturbed, int blocks) {
    /** At most this share of a session's trials runs again. */
    private static final double MAX_REPEATED_SHARE = 0.3;

    /**
     * The trials of one block run again at most so often, so that a short disturbance does not take the repeats of all
     * others: in a session of 40 blocks beside stolen time the first disturbed one took 8 of 12.
     */
    private static final int MAX_REPEATS_OF_BLOCK = 2;

    /** Where more than one in so many blocks of a scenario is disturbed, the verdicts of the session are withheld. */
    private static final int ONE_IN = 4;

    /**
     * Whether trials of a block may run again.
     *
     * @param repeats of the block so far
     * @param more the trials that would run again
     * @param repeated the trials of the session that ran again so far
     * @param trials of the session
     */
    public static boolean mayRepeat(int repeats, int more, int repeated, int trials) {
        return repeats < MAX_REPEATS_OF_BLOCK && repeated + more <= MAX_REPEATED_SHARE * trials;
    }

    /** Whether too many are disturbed for a verdict. */
    public boolean tooMany() {
        return ONE_IN * disturbed > blocks;
    }
}
