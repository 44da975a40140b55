package dev.joust.compare.verdict;

import dev.joust.compare.stats.Estimate;
import dev.joust.compare.stats.VerdictOutcome;

/**
 * How a simulated session ended.
 *
 * @param withheld whether its verdicts were withheld; then it says nothing
 * @param falseWinner whether an arm beats one by the margin that is as good on a quiet machine
 * @param refuted whether a claim is refuted that holds on a quiet machine
 * @param wrongFigure whether an estimate is off by more than the margin
 * @param undecided whether a claim is inconclusive
 * @param seconds that it took
 */
record SimulatedOutcome(
        boolean withheld,
        boolean falseWinner,
        boolean refuted,
        boolean wrongFigure,
        boolean undecided,
        double seconds) {
    static SimulatedOutcome withheld(double seconds) {
        return new SimulatedOutcome(true, false, false, false, false, seconds);
    }

    static SimulatedOutcome issued(double seconds) {
        return new SimulatedOutcome(false, false, false, false, false, seconds);
    }

    SimulatedOutcome with(VerdictOutcome verdict) {
        return new SimulatedOutcome(
                withheld,
                falseWinner,
                refuted || verdict == VerdictOutcome.REFUTED,
                wrongFigure,
                undecided || verdict == VerdictOutcome.INCONCLUSIVE,
                seconds);
    }

    /**
     * Adds the estimate of a pair of arms.
     *
     * @param truth the log of the advantage on a quiet machine
     */
    SimulatedOutcome with(Estimate estimate, double truth, double margin) {
        double edge = Math.log1p(margin);
        return new SimulatedOutcome(
                withheld,
                falseWinner || (estimate.achievable() && estimate.logLow() >= edge && truth <= 0),
                refuted,
                wrongFigure || Math.abs(estimate.logRatio() - truth) > edge,
                undecided,
                seconds);
    }
}
