package dev.joust.compare.stats;

import java.util.Locale;

/**
 * X ties Y within a share w. Held: the whole interval lies inside [1/(1+w), 1+w]. Refuted: the whole interval lies
 * outside, on one side. A tie is shown; a difference that was not found is no tie.
 *
 * @param within the share, 0.1 for ten percent
 */
public record TiesRule(double within) implements Rule {

    public TiesRule {
        if (!(within > 0 && Double.isFinite(within))) {
            throw new IllegalArgumentException("models tie within a share above 0: within=" + within);
        }
    }

    @Override
    public Verdict decide(Estimate advantage) {
        double edge = Math.log1p(within);
        if (-edge <= advantage.logLow() && advantage.logHigh() <= edge) {
            return Verdict.held(reason("all of %s lies inside [%.4g, %.4g]", advantage), advantage);
        }
        if (advantage.logLow() > edge || advantage.logHigh() < -edge) {
            return Verdict.refuted(reason("all of %s lies outside [%.4g, %.4g]", advantage), advantage);
        }
        return Verdict.inconclusive(reason("%s crosses an edge of [%.4g, %.4g]", advantage), advantage);
    }

    /** Held takes both one-sided tests (TOST), so the larger p-value; refuted takes either, so the smaller. */
    @Override
    public double p(LogRatios advantages) {
        double edge = Math.log1p(within);
        double inside = Math.max(SignedRank.greater(advantages, -edge), SignedRank.less(advantages, edge));
        double outside = Math.min(SignedRank.greater(advantages, edge), SignedRank.less(advantages, -edge));
        return Math.min(1, 2 * Math.min(inside, outside));
    }

    private String reason(String format, Estimate advantage) {
        return String.format(Locale.ROOT, format, advantage.interval(), 1 / (1 + within), 1 + within);
    }
}
