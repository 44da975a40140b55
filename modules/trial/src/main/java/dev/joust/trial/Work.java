package dev.joust.trial;

import dev.joust.scenario.Step;
import java.util.List;

/**
 * One unit, to be run once: its steps in order, and a seed that makes its requests and its answer its own.
 *
 * <p>The answer is a 64-bit digest. It starts as {@code seed}. Each step then {@linkplain Digest#fold folds} its result
 * in, computed with {@link #seed(int)} of that step. The result of a {@code sleep} or {@code spin} is 0.
 *
 * @param name the class of work
 */
public record Work(String name, long seed, List<Step> steps) {

    /** The seed of the step at this index, from 0. A kernel runs with it; a request sends it as {@link Digest#key}. */
    public long seed(int step) {
        return Digest.child(seed, step);
    }
}
