package dev.joust.compare.verdict;

import dev.joust.compare.stats.Estimate;
import dev.joust.scenario.Control;
import java.util.Optional;

/**
 * The judgement on a control.
 *
 * @param blocks how many blocks there are
 * @param estimate the advantage of the first arm over the second; empty with too few valid blocks
 */
public record ControlJudgement(
        Control control, ControlOutcome outcome, ControlBlocks blocks, Optional<Estimate> estimate) {

    /** Whether the known answer was found. */
    public boolean passed() {
        return outcome == ControlOutcome.PASSED;
    }

    /** Whether an A/A pair passed although its interval leaves out 1: a bias that is smaller than the margin. */
    public boolean biased() {
        return passed()
                && pair()
                && estimate.filter(e -> e.logLow() > 0 || e.logHigh() < 0).isPresent();
    }

    private boolean pair() {
        return switch (control) {
            case Control.Same _, Control.OwnPair _ -> true;
            case Control.Slower _, Control.Expects _ -> false;
        };
    }

    /** Whether this control tells about the whole session, not about one scenario alone. */
    boolean general() {
        return !(control instanceof Control.OwnPair);
    }

    /**
     * The blocks of a control.
     *
     * @param valid the blocks in which both arms are valid
     * @param planned the blocks of the look
     */
    public record ControlBlocks(int valid, int planned) {}
}
