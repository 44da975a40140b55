package dev.joust.compare.verdict;

import dev.joust.compare.stats.Blocks;
import dev.joust.compare.stats.Estimate;
import dev.joust.compare.stats.Looks.Look;
import dev.joust.compare.stats.TiesRule;
import dev.joust.compare.verdict.ControlJudgement.ControlBlocks;
import dev.joust.scenario.Control;
import dev.joust.scenario.Scenario;
import java.util.Optional;

/**
 * Checks whether a scenario whose answer is known gives that answer.
 *
 * @param margin the share by which a winner must win
 */
record ControlCheck(Scenario scenario, Look look, double margin) {
    /** The analytic control is judged by its estimate, so it needs no interval. */
    private static final int LEAST_OF_ANALYTIC = 3;

    /** @param planned how many blocks of the control the session has at this look */
    ControlJudgement check(Control control, Blocks values, int planned) {
        var advantages = values.advantages(
                scenario.arms().getFirst().name(), scenario.arms().getLast().name());
        var blocks = new ControlBlocks(advantages.blocks(), planned);
        int least = control instanceof Control.Expects ? LEAST_OF_ANALYTIC : look.least();
        if (advantages.blocks() < least) {
            return new ControlJudgement(control, ControlOutcome.NOT_SHOWN, blocks, Optional.empty());
        }
        var estimate = Estimate.of(advantages, look.confidence());
        return new ControlJudgement(control, outcome(control, estimate), blocks, Optional.of(estimate));
    }

    private ControlOutcome outcome(Control control, Estimate estimate) {
        return switch (control) {
            case Control.Same _, Control.OwnPair _ ->
                switch (new TiesRule(margin).judge(estimate).outcome()) {
                    case HELD -> ControlOutcome.PASSED;
                    case REFUTED -> ControlOutcome.FAILED;
                    case INCONCLUSIVE, NOT_APPLICABLE, NOT_JUDGED -> ControlOutcome.NOT_SHOWN;
                };
            case Control.Slower _ ->
                estimate.achievable() && estimate.logLow() > 0 ? ControlOutcome.PASSED : ControlOutcome.NOT_SHOWN;
            case Control.Expects(double times, double within) ->
                Math.abs(estimate.ratio() / times - 1) <= within ? ControlOutcome.PASSED : ControlOutcome.FAILED;
        };
    }
}
