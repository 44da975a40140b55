package dev.joust.compare.verdict;

import dev.joust.compare.stats.Crossover;
import dev.joust.compare.stats.FigureEstimate;
import dev.joust.compare.stats.VerdictOutcome;
import dev.joust.scenario.CrossoverClaim;
import java.util.Locale;

/**
 * Decides about an expected crossover. Held: the interval contains the predicted value. Refuted: it does not.
 * Inconclusive: the crossover is not located, the blocks are too few, or an end of an interval that contains the value
 * lies outside the sweep.
 *
 * @param judges whether the profile judges
 */
record CrossoverRule(CrossoverClaim claim, boolean judges) {

    VerdictOutcome outcome(Crossover found) {
        if (!judges) {
            return VerdictOutcome.NOT_JUDGED;
        }
        var estimate = found.estimate().filter(FigureEstimate::achievable);
        if (estimate.isEmpty()) {
            return VerdictOutcome.INCONCLUSIVE;
        }
        if (!estimate.get().contains(claim.predicted().value())) {
            return VerdictOutcome.REFUTED;
        }
        return estimate.get().open() ? VerdictOutcome.INCONCLUSIVE : VerdictOutcome.HELD;
    }

    String reason(Crossover found) {
        if (!judges) {
            return "this profile judges nothing";
        }
        if (found.blocks() == 0) {
            return "no block has a valid trial of both at each value";
        }
        if (found.estimate().isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "not located: of %d blocks %d cross below the first value and %d above the last",
                    found.blocks(),
                    found.below(),
                    found.above());
        }
        var estimate = found.estimate().get();
        if (!estimate.achievable()) {
            return String.format(
                    Locale.ROOT,
                    "%d blocks cannot decide at %.1f %%",
                    estimate.blocks(),
                    100 * estimate.confidence().requested());
        }
        return String.format(
                Locale.ROOT,
                "%s %s the predicted value",
                text(estimate),
                estimate.contains(claim.predicted().value()) ? "contains" : "does not contain");
    }

    private static String text(FigureEstimate estimate) {
        return String.format(Locale.ROOT, "[%s, %s]", end(estimate.low()), end(estimate.high()));
    }

    private static String end(double value) {
        return Double.isInfinite(value)
                ? value < 0 ? "below the first value" : "above the last value"
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
