package dev.joust.compare.stats;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * When a session may look at its results, fixed before it starts. The looks of a session spend 5 % together; testing after
 * every block instead names a winner between a model and itself in more than 10 % of sessions. Each look judges all
 * blocks so far anew, and what the last look taken says is what counts.
 */
public enum Looks {

    /** One block, to see that everything runs. Judges nothing. */
    SMOKE(1, 0.25, List.of()),

    /**
     * Six blocks, the least at which an exact two-sided 5 % test can fire, and nine where the first six leave something open: at six every
     * block must agree, at nine one may be odd. The exact levels are 2/2^6 = 3.1 % and 14/2^9 = 2.7 %; the looks share six blocks, and
     * between a model and itself either fires in 4.9 % of sessions.
     */
    QUICK(9, 0.25, List.of(new Look(6, 2 / 64.0), new Look(9, 0.0275))),

    /** Up to 24 blocks; each look has Bonferroni's share. */
    FULL(24, 0.05, Stream.of(8, 16, 24).map(n -> new Look(n, 0.05 / 3)).toList());

    /**
     * One look.
     *
     * @param blocks after how many blocks
     * @param alpha its two-sided level
     */
    public record Look(int blocks, double alpha) {

        /** 1 - alpha: of the intervals of this look. */
        public double confidence() {
            return 1 - alpha;
        }

        /** With fewer blocks than these it could never decide. */
        public int least() {
            return Wilcoxon.leastBlocks(alpha);
        }
    }

    private final int blocks;
    private final double margin;
    private final List<Look> all;

    Looks(int blocks, double margin, List<Look> all) {
        this.blocks = blocks;
        this.margin = margin;
        this.all = all;
    }

    /** The most blocks that are judged or, in smoke, run; contaminated blocks that are repeated do not count. */
    public int blocks() {
        return blocks;
    }

    /** Whether there is any look at all. */
    public boolean judges() {
        return !all.isEmpty();
    }

    /** All of them, in order. */
    public List<Look> all() {
        return all;
    }

    /** How many blocks every scenario has: those up to the first look, or all when there is none. */
    public int atLeast() {
        return judges() ? all.getFirst().blocks() : blocks;
    }

    /** Up to where a session goes that is about to run this block: the next look, or the end. */
    public int until(int block) {
        return judges() ? at(block).blocks() : blocks;
    }

    /**
     * The look that judges so many blocks: the first that has come or is still to come.
     *
     * @throws IllegalStateException when this profile judges nothing
     */
    public Look at(int blocksDone) {
        if (!judges()) {
            throw new IllegalStateException(name().toLowerCase(Locale.ROOT) + " judges nothing");
        }
        return all.stream()
                .filter(look -> look.blocks() >= blocksDone)
                .findFirst()
                .orElse(all.getLast());
    }

    /** Whether {@code blocksDone} blocks are a look. Between looks nothing is judged. */
    public boolean now(int blocksDone) {
        return all.stream().anyMatch(look -> look.blocks() == blocksDone);
    }

    /** By how much a winner must beat every other model, as a share. */
    public double margin() {
        return margin;
    }
}
