package dev.joust.compare.fidelity;

import java.util.Optional;

/**
 * The result for one figure: a line of the table.
 *
 * @param name which figure
 * @param cpython the figure of CPython, where it has one
 * @param java the figure of the interpreter lock, where it was measured
 * @param tolerance as text
 */
public record LockFinding(
        FigureName name, Optional<Spread> cpython, Optional<Spread> java, String tolerance, FindingOutcome outcome) {

    /** Which figure it is, and whether its row is required to hold. */
    public record FigureName(int row, String quantity, String figure, boolean required) {}

    /** The result for a figure. */
    public enum FindingOutcome {
        /** Within the tolerance. */
        HELD("held"),
        /** Outside the tolerance. */
        MISSED("MISSED"),
        /** The medians miss it, but the rounds do not: see {@link MissedFigure}. */
        INCONCLUSIVE("inconclusive"),
        /** Nothing to judge: every sample was dropped, or this machine cannot measure it. */
        NOT_MEASURED("not measured"),
        /** It has no tolerance. */
        REPORTED("reported");

        private final String word;

        FindingOutcome(String word) {
            this.word = word;
        }

        /** The word in reports. */
        public String word() {
            return word;
        }
    }

    /** Whether the figure decides: its row is required, and it has a tolerance. */
    public boolean decides() {
        return name.required() && outcome != FindingOutcome.REPORTED;
    }

    /** Whether it makes the lock unfaithful. */
    public boolean fails() {
        return name.required() && outcome == FindingOutcome.MISSED;
    }

    /** Whether it leaves the result open. */
    public boolean open() {
        return name.required() && (outcome == FindingOutcome.NOT_MEASURED || outcome == FindingOutcome.INCONCLUSIVE);
    }
}
