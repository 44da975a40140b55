package dev.joust.compare.stats;

import java.util.Locale;

/**
 * X keeps up with Y within a share w: "my change makes nothing slower". Held: X is {@link Standing#AHEAD}, or the two
 * are {@link Standing#EQUAL}. Refuted: X is {@link Standing#BEHIND}.
 *
 * @param within the share, 0.1 for ten percent
 */
public record KeepsUpRule(double within) implements Rule {

    /** How X stands to Y. */
    public enum Standing {
        /** The whole interval is above 1, and not all of it inside [1/(1+w), 1+w]. */
        AHEAD,
        /** The whole interval lies inside [1/(1+w), 1+w], even where it leaves out 1. */
        EQUAL,
        /** The whole interval is below 1, and not all of it inside [1/(1+w), 1+w]. */
        BEHIND,
        /** None of these. */
        OPEN
    }

    public KeepsUpRule {
        if (!(within > 0 && Double.isFinite(within))) {
            throw new IllegalArgumentException("models keep up within a share above 0: within=" + within);
        }
    }

    /** How X stands to Y by this interval; open with too few blocks. */
    public Standing standing(Estimate advantage) {
        if (!advantage.achievable()) {
            return Standing.OPEN;
        }
        double edge = Math.log1p(within);
        if (-edge <= advantage.logLow() && advantage.logHigh() <= edge) {
            return Standing.EQUAL;
        }
        if (advantage.logLow() > 0) {
            return Standing.AHEAD;
        }
        return advantage.logHigh() < 0 ? Standing.BEHIND : Standing.OPEN;
    }

    @Override
    public Verdict decide(Estimate advantage) {
        return switch (standing(advantage)) {
            case AHEAD -> Verdict.held("all of " + advantage.interval() + " is above 1", advantage);
            case EQUAL -> Verdict.held(reason("all of %s lies inside [%.4g, %.4g]", advantage), advantage);
            case BEHIND -> Verdict.refuted("all of " + advantage.interval() + " is below 1", advantage);
            case OPEN ->
                Verdict.inconclusive(reason("%s has both sides of 1 and leaves [%.4g, %.4g]", advantage), advantage);
        };
    }

    /** Ahead and behind take a one-sided test each, equal both one-sided tests of {@link TiesRule}. */
    @Override
    public double p(LogRatios advantages) {
        double edge = Math.log1p(within);
        double inside = Math.max(SignedRank.greater(advantages, -edge), SignedRank.less(advantages, edge));
        return Math.min(SignedRank.twoSided(advantages, 0), Math.min(1, 2 * inside));
    }

    private String reason(String format, Estimate advantage) {
        return String.format(Locale.ROOT, format, advantage.interval(), 1 / (1 + within), 1 + within);
    }
}
