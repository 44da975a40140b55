package dev.joust.compare.verdict;

import dev.joust.compare.stats.Blocks;
import dev.joust.compare.stats.Estimate;
import dev.joust.compare.stats.Looks.Look;
import dev.joust.compare.stats.Rule;
import dev.joust.compare.stats.Verdict.Outcome;
import dev.joust.compare.verdict.Judgement.ControlJudgement;
import dev.joust.scenario.Control;
import dev.joust.scenario.Scenario;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a scenario whose answer is known gives that answer.
 *
 * @param margin by how much a winner must win
 */
record ControlCheck(Scenario scenario, Look look, double margin) {

    ControlJudgement check(Control control, Blocks figures) {
        var first = scenario.arms().getFirst().name();
        var second = scenario.arms().getLast().name();
        double[] advantages = figures.advantages(first, second);
        if (advantages.length < look.least()) {
            return new ControlJudgement(
                    control,
                    false,
                    "only %d of %d blocks are valid".formatted(advantages.length, look.blocks()),
                    Optional.empty());
        }
        var estimate = Estimate.of(advantages, look.confidence());
        return switch (control) {
            case Control.Same same -> same(control, estimate, first, second);
            case Control.Slower slower -> slower(control, estimate, first, second);
            case Control.Expects expects -> expects(expects, estimate, first, second);
        };
    }

    private ControlJudgement same(Control control, Estimate estimate, String first, String second) {
        var wins = new Rule.Beats(1 + margin);
        boolean won = wins.judge(estimate).outcome() == Outcome.HELD
                || wins.judge(estimate.swapped()).outcome() == Outcome.HELD;
        return judgement(
                control,
                !won,
                estimate,
                won ? "%s and %s are the same, and one wins" : "%s and %s are the same, and neither wins",
                first,
                second);
    }

    private static ControlJudgement slower(Control control, Estimate estimate, String first, String second) {
        boolean found = estimate.achievable() && estimate.logLow() > 0;
        return judgement(
                control,
                found,
                estimate,
                found ? "%s is found faster than %s" : "%s is not found faster than %s",
                first,
                second);
    }

    private static ControlJudgement expects(Control.Expects control, Estimate estimate, String first, String second) {
        boolean right = Math.abs(estimate.ratio() / control.times() - 1) <= control.within();
        return judgement(
                control,
                right,
                estimate,
                String.format(Locale.ROOT, "%%s takes 1/%.2f of the time of %%s by arithmetic", control.times()),
                first,
                second);
    }

    private static ControlJudgement judgement(
            Control control, boolean passed, Estimate estimate, String format, String first, String second) {
        var measured = String.format(
                Locale.ROOT, "; measured %.3f [%.3f, %.3f]", estimate.ratio(), estimate.low(), estimate.high());
        return new ControlJudgement(control, passed, format.formatted(first, second) + measured, Optional.of(estimate));
    }
}
