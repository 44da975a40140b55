package dev.joust.compare.verdict;

import dev.joust.compare.stats.BeatsRule;
import dev.joust.compare.stats.Blocks;
import dev.joust.compare.stats.Estimate;
import dev.joust.compare.stats.Looks.Look;
import dev.joust.compare.stats.VerdictOutcome;
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

    ControlJudgement check(Control control, Blocks values) {
        double[] advantages = values.advantages(
                scenario.arms().getFirst().name(), scenario.arms().getLast().name());
        var blocks = new ControlBlocks(advantages.length, look.blocks());
        if (advantages.length < look.least()) {
            return new ControlJudgement(control, false, blocks, Optional.empty());
        }
        var estimate = Estimate.of(advantages, look.confidence());
        return new ControlJudgement(control, passes(control, estimate), blocks, Optional.of(estimate));
    }

    private boolean passes(Control control, Estimate estimate) {
        return switch (control) {
            case Control.Same _ -> !wins(estimate) && !wins(estimate.swapped());
            case Control.Slower _ -> estimate.achievable() && estimate.logLow() > 0;
            case Control.Expects(double times, double within) -> Math.abs(estimate.ratio() / times - 1) <= within;
        };
    }

    private boolean wins(Estimate estimate) {
        return new BeatsRule(1 + margin).judge(estimate).outcome() == VerdictOutcome.HELD;
    }
}
