package dev.joust.compare.stats;

/**
 * The exact null distribution of the Wilcoxon signed-rank statistic V of n differences: each of the ranks 1..n is in
 * the sum with probability one half.
 *
 * <p>Dynamic programming counts the subsets of ranks by their sum. 2^60 subsets fit into a long, so the counts are
 * exact up to {@value #MAX_BLOCKS} blocks; the longest session has 24. There is no approximation beyond, because a
 * second method would need a second proof.
 */
final class Wilcoxon {

    static final int MAX_BLOCKS = 60;

    /** R's qsignrank has the same tolerance, so a level that equals a tail of the distribution finds that tail. */
    private static final double ROUNDING_TOLERANCE = 10 * Math.ulp(1.0);

    private final int n;
    private final long[] subsetsUpTo;

    private Wilcoxon(int n, long[] subsetsUpTo) {
        this.n = n;
        this.subsetsUpTo = subsetsUpTo;
    }

    /** @throws IllegalArgumentException when n is not in 1..60 */
    static Wilcoxon of(int n) {
        if (n < 1 || n > MAX_BLOCKS) {
            throw new IllegalArgumentException("the exact signed-rank distribution is known for 1 to " + MAX_BLOCKS
                    + " blocks; requested: blocks=" + n);
        }
        long[] subsets = new long[n * (n + 1) / 2 + 1];
        subsets[0] = 1;
        int reach = 0;
        for (int rank = 1; rank <= n; rank++) {
            reach += rank;
            for (int sum = reach; sum >= rank; sum--) {
                subsets[sum] += subsets[sum - rank];
            }
        }
        for (int sum = 1; sum < subsets.length; sum++) {
            subsets[sum] += subsets[sum - 1];
        }
        return new Wilcoxon(n, subsets);
    }

    /**
     * The least number of blocks at which an exact two-sided test at level {@code alpha} can reject: 2/2^n &lt;=
     * alpha.
     */
    static int leastBlocks(double alpha) {
        if (!(alpha > 0 && alpha <= 1)) {
            throw new IllegalArgumentException("a level must be in (0, 1]: alpha=" + alpha);
        }
        int n = 1;
        while (Math.scalb(2.0, -n) > alpha + ROUNDING_TOLERANCE) {
            n++;
        }
        return n;
    }

    /** n (n + 1) / 2: the largest value of V, and the number of Walsh averages. */
    int largest() {
        return subsetsUpTo.length - 1;
    }

    /** P(V &lt;= v). */
    double atMost(int v) {
        return v < 0 ? 0 : Math.scalb((double) subsetsUpTo[Math.min(v, largest())], -n);
    }

    /** P(V &gt;= v), by symmetry. */
    double atLeast(int v) {
        return atMost(largest() - v);
    }

    /** The smallest v with P(V &lt;= v) &gt;= p, as R's {@code qsignrank(p, n)}, for p up to one half. */
    int quantile(double p) {
        int v = 0;
        while (v < largest() && atMost(v) < p - ROUNDING_TOLERANCE) {
            v++;
        }
        return v;
    }
}
