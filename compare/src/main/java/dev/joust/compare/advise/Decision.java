package dev.joust.compare.advise;

import java.util.Optional;

/**
 * What the owner of the traffic should do.
 *
 * @param model the one to use; empty where nothing is decided
 * @param sentence why, with the figures
 */
public record Decision(DecisionKind kind, Optional<String> model, String sentence) {

    /** What is decided. */
    public enum DecisionKind {
        /** What runs now is as good as anything. */
        STAY,
        /** Another model is better, or nothing was said to run now. */
        CHOOSE,
        /** The session does not tell the best ones apart, or nothing sustains the traffic. */
        UNDECIDED,
        /** The session cannot be believed. */
        WITHHELD
    }
}
