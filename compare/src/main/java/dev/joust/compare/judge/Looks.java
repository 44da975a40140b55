package dev.joust.compare.judge;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * When a session may look at its results, fixed before it starts. Each look spends its share of the 5 %; testing after
 * every block instead names a winner between a model and itself in more than 10 % of sessions. Each look judges all
 * blocks so far anew, and what the last look taken says is what counts.
 */
public enum Looks {

    /** One block, to see that everything runs. Judges nothing. */
    SMOKE(1, 0.05, 0.25, List.of()),

    /** Six blocks, the least at which an exact two-sided 5 % test can fire: 2/2^6 = 0.031. */
    QUICK(6, 0.05, 0.25, List.of(6)),

    /** Up to 24 blocks; stops at an earlier look when everything is decided. */
    FULL(24, 0.05, 0.05, List.of(8, 16, 24));

    private final int blocks;
    private final double sessionAlpha;
    private final double margin;
    private final List<Integer> at;

    Looks(int blocks, double sessionAlpha, double margin, List<Integer> at) {
        this.blocks = blocks;
        this.sessionAlpha = sessionAlpha;
        this.margin = margin;
        this.at = at;
    }

    /** The most blocks that are judged or, in smoke, run; contaminated blocks that are repeated do not count. */
    public int blocks() {
        return blocks;
    }

    /** Whether there is any look at all. */
    public boolean judges() {
        return !at.isEmpty();
    }

    /** After how many blocks to look, in order. */
    public List<Integer> at() {
        return at;
    }

    /** The block count of the first look after {@code blocksDone} blocks; empty after the last. */
    public OptionalInt next(int blocksDone) {
        return at.stream()
                .mapToInt(Integer::intValue)
                .filter(look -> look > blocksDone)
                .findFirst();
    }

    /** Whether {@code blocksDone} blocks are a look. Between looks nothing is judged. */
    public boolean now(int blocksDone) {
        return at.contains(blocksDone);
    }

    /** The block count of the last look; empty when there is none. */
    public OptionalInt last() {
        return at.stream().mapToInt(Integer::intValue).max();
    }

    /**
     * The two-sided level of each look: Bonferroni's share of 5 %.
     *
     * @throws IllegalStateException when this profile judges nothing
     */
    public double alpha() {
        if (!judges()) {
            throw new IllegalStateException(name().toLowerCase(Locale.ROOT) + " judges nothing");
        }
        return sessionAlpha / at.size();
    }

    /** 1 - {@link #alpha()}: of the intervals of each look. */
    public double confidence() {
        return 1 - alpha();
    }

    /** By how much a winner must beat every other model, as a share. */
    public double margin() {
        return margin;
    }
}
