package dev.joust.compare.verdict;

import dev.joust.compare.stats.Estimate;
import dev.joust.scenario.Control;
import java.util.Optional;

/**
 * The judgement on a control.
 *
 * @param passed whether the known answer was found
 * @param blocks how many blocks there are
 * @param estimate the advantage of the first arm over the second; empty with too few valid blocks
 */
public record ControlJudgement(Control control, boolean passed, ControlBlocks blocks, Optional<Estimate> estimate) {

    /**
     * The blocks of a control.
     *
     * @param valid the blocks in which both arms are valid
     * @param planned the blocks of the look
     */
    public record ControlBlocks(int valid, int planned) {}
}
