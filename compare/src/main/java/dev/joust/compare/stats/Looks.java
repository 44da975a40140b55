package dev.joust.compare.stats;

import java.util.List;
import java.util.stream.Stream;

/**
 * The points at which a session is judged, fixed before it starts. The looks of a session share an error of 5 %.
 * Testing after every block instead names a winner between a model and itself in more than 10 % of sessions. Each
 * look judges all blocks so far; the last look taken counts.
 */
public final class Looks {

    /** One block, to see that everything runs. It judges nothing. */
    public static final Looks SMOKE = new Looks("smoke", new LookSize(1, 0.25, false), 0, List.of());

    /**
     * Six blocks, the least at which an exact two-sided 5 % test can reject, and nine where six leave something open.
     * At six every block must agree; at nine one may differ. The exact levels are 2/2^6 = 3.1 % and 14/2^9 = 2.7 %.
     * The looks share six blocks: between a model and itself one of the two rejects in 4.9 % of sessions.
     */
    public static final Looks QUICK = new Looks(
            "quick", new LookSize(9, 0.25, false), 0.049, List.of(new Look(6, 2 / 64.0), new Look(9, 0.0275)));

    /**
     * Up to 24 blocks. Each look has Bonferroni's share of the error. All claims of a session share it, by
     * {@link Holm}. Fourteen blocks that agree decide among up to 204 claims, eight among one: compare/decisions/0020.
     */
    public static final Looks FULL = new Looks(
            "full",
            new LookSize(24, 0.05, true),
            0.05,
            Stream.of(14, 24).map(n -> new Look(n, 0.05 / 2)).toList());

    /** The error of a plan in shards. Its only look has all of it. */
    private static final double ONE_LOOK = 0.05;

    /**
     * What a look can find.
     *
     * @param blocks the most that are judged
     * @param family whether the claims share one error
     */
    private record LookSize(int blocks, double margin, boolean family) {}

    /**
     * One look.
     *
     * @param blocks the number of blocks that it judges
     * @param alpha its two-sided level
     */
    public record Look(int blocks, double alpha) {

        /** The confidence of this look's intervals: 1 - alpha. */
        public double confidence() {
            return 1 - alpha;
        }

        /** The least number of blocks with which this look can decide. */
        public int least() {
            return Wilcoxon.leastBlocks(alpha);
        }
    }

    private final String name;
    private final LookSize size;
    private final double error;
    private final List<Look> all;

    private Looks(String name, LookSize size, double error, List<Look> all) {
        this.name = name;
        this.size = size;
        this.error = error;
        this.all = all;
    }

    /**
     * The looks of a plan that is cut into so many shards: one, at the blocks of the last look, rounded up so that each
     * machine runs as many. The machines do not know of each other, so none can stop at an earlier look or go on after
     * it. The one look needs no share for another, so its level is 5 %: six blocks that agree decide, on one machine or
     * as 3+3 or 2+2+2.
     */
    public Looks inShards(int count) {
        int blocks = (size.blocks() + count - 1) / count * count;
        var whole = new LookSize(blocks, size.margin(), size.family());
        return judges()
                ? new Looks(name, whole, ONE_LOOK, List.of(new Look(blocks, ONE_LOOK)))
                : new Looks(name, whole, error, all);
    }

    /** The most blocks that a session judges or, in smoke, runs. Repeated blocks do not count. */
    public int blocks() {
        return size.blocks();
    }

    /** Whether there is any look. */
    public boolean judges() {
        return !all.isEmpty();
    }

    /** The blocks that every scenario runs: those up to the first look, or all without a look. */
    public int atLeast() {
        return judges() ? all.getFirst().blocks() : blocks();
    }

    /** The last block of the stretch that this block belongs to: the next look, or the end. */
    public int until(int block) {
        return judges() ? at(block).blocks() : blocks();
    }

    /**
     * The look that judges this many blocks: the first one at or after them, or the last.
     *
     * @throws IllegalStateException where this profile judges nothing
     */
    public Look at(int blocksDone) {
        if (!judges()) {
            throw new IllegalStateException(name + " judges nothing");
        }
        return all.stream()
                .filter(look -> look.blocks() >= blocksDone)
                .findFirst()
                .orElse(all.getLast());
    }

    /** The name of the profile, for tests and messages. */
    @Override
    public String toString() {
        return name;
    }

    /** Whether there is a look after this many blocks. Between looks nothing is judged. */
    public boolean now(int blocksDone) {
        return all.stream().anyMatch(look -> look.blocks() == blocksDone);
    }

    /**
     * The most probable that a false decision can be, over all looks: on one claim or, where the claims are one
     * family, on any claim of the session.
     */
    public double error() {
        return error;
    }

    /** Whether the claims of a session share one error. */
    public boolean family() {
        return size.family();
    }

    /** The margin by which a winner must beat every other model, as a share. */
    public double margin() {
        return size.margin();
    }
}
