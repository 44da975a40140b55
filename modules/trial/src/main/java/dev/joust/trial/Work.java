package dev.joust.trial;

import dev.joust.scenario.Step;
import java.util.List;

/**
 * One unit, to be done once: its steps in order, and the seed that makes its requests and answers its own.
 *
 * <p>The answer: start with the seed, and for each step {@link Digest#fold fold} in its result, computed with {@link #seed(int)} of
 * that step. A sleep's result is 0.
 *
 * @param name the class of work
 */
public record Work(String name, long seed, List<Step> steps) {

    /** The seed of a step, by its place from 0: of a kernel, and as {@link Digest#key} of a request. */
    public long seed(int step) {
        return Digest.child(seed, step);
    }
}
