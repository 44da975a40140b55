package dev.joust.compare.stats;

/**
 * Exact p-values of the signed-rank test that log-ratios lie on one side of a boundary.
 *
 * <p>V is the number of Walsh averages strictly beyond the boundary. For data without ties it is the sum of the
 * positive ranks. With one zero or one tie R drops zeros and uses the normal approximation. Here a Walsh average at
 * the boundary counts for neither side, and n stays the same. That can only make a p-value larger: ties cost power,
 * and never make a false winner.
 */
public final class SignedRank {

    private SignedRank() {}

    /** The p-value against "the log-ratio is at most {@code boundary}"; without data 1. */
    public static double greater(LogRatios logRatios, double boundary) {
        return p(logRatios, boundary, 1);
    }

    /** The p-value against "the log-ratio is at least {@code boundary}"; without data 1. */
    public static double less(LogRatios logRatios, double boundary) {
        return p(logRatios, boundary, -1);
    }

    /** Twice the smaller of the two, at most 1. */
    public static double twoSided(LogRatios logRatios, double boundary) {
        return Math.min(1, 2 * Math.min(greater(logRatios, boundary), less(logRatios, boundary)));
    }

    private static double p(LogRatios logRatios, double boundary, int side) {
        return logRatios.isEmpty() ? 1 : logRatios.nullDistribution().atLeast(logRatios.beyond(boundary, side));
    }
}
