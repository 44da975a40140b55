package dev.joust.compare.fidelity;

import java.util.Optional;

/**
 * What came out for a figure: a line of the table.
 *
 * @param name which figure
 * @param cpython its figure, where it has one
 * @param java its figure, where it was measured
 * @param tolerance as text
 */
public record LockFinding(
        Name name, Optional<Spread> cpython, Optional<Spread> java, String tolerance, Outcome outcome) {

    /** Which figure it is, and whether it decides. */
    public record Name(int row, String quantity, String figure, boolean gated) {}

    /** How it ended. */
    public enum Outcome {
        /** Within the tolerance. */
        HELD("held"),
        /** Outside. */
        MISSED("MISSED"),
        /** Nothing to judge: every sample was dropped, or this machine cannot measure it. */
        NOT_MEASURED("not measured"),
        /** It has no tolerance. */
        REPORTED("reported");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** As people read it. */
        public String word() {
            return word;
        }
    }

    /** Whether it decides: not what a gated row only shows. */
    public boolean gates() {
        return name.gated() && outcome != Outcome.REPORTED;
    }

    /** Whether it fails the whole. */
    public boolean fails() {
        return name.gated() && outcome == Outcome.MISSED;
    }

    /** Whether it leaves the whole open. */
    public boolean open() {
        return name.gated() && outcome == Outcome.NOT_MEASURED;
    }
}
