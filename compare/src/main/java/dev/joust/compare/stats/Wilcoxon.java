package dev.joust.compare.stats;

import java.util.Arrays;

/**
 * The exact null distribution of the Wilcoxon signed-rank statistic V of n differences: each of the ranks 1..n is in
 * the sum with probability one half. Of several groups, each ranked on its own, it is the distribution of the sum of
 * their statistics: each rank of each group is in the sum with probability one half.
 *
 * <p>Dynamic programming over the ranks: one half of the probability stays, one half moves up by the rank. Halving is
 * exact and every sum is of positive numbers, so up to 53 blocks each probability is exact, a multiple of 2^-53 at
 * least, and beyond its relative error stays below n times 2^-52. There is no approximation for large n, because a
 * second method would need a second proof.
 */
final class Wilcoxon {

    /** One for each shard that a plan can have. 1,000 blocks of one group take half a second, of 1,000 groups 2 ms. */
    static final int MAX_BLOCKS = 1_000;

    /** R's qsignrank has the same tolerance, so a level that equals a tail of the distribution finds that tail. */
    private static final double ROUNDING_TOLERANCE = 10 * Math.ulp(1.0);

    private final double[] upTo;

    private Wilcoxon(double[] upTo) {
        this.upTo = upTo;
    }

    /**
     * The distribution of groups of these sizes.
     *
     * @throws IllegalArgumentException when their sum is not in 1..1,000
     */
    static Wilcoxon of(int... groups) {
        int n = Arrays.stream(groups).sum();
        if (n < 1 || n > MAX_BLOCKS) {
            throw new IllegalArgumentException("the exact signed-rank distribution is known for 1 to " + MAX_BLOCKS
                    + " blocks; requested: blocks=" + n);
        }
        double[] probabilities = new double
                [Arrays.stream(groups).map(size -> size * (size + 1) / 2).sum() + 1];
        probabilities[0] = 1;
        int reach = 0;
        for (int size : groups) {
            for (int rank = 1; rank <= size; rank++) {
                reach += rank;
                for (int sum = reach; sum >= rank; sum--) {
                    probabilities[sum] = (probabilities[sum] + probabilities[sum - rank]) / 2;
                }
                for (int sum = rank - 1; sum >= 0; sum--) {
                    probabilities[sum] /= 2;
                }
            }
        }
        for (int sum = 1; sum < probabilities.length; sum++) {
            probabilities[sum] += probabilities[sum - 1];
        }
        return new Wilcoxon(probabilities);
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

    /** n (n + 1) / 2, summed over the groups: the largest value of V, and the number of Walsh averages. */
    int largest() {
        return upTo.length - 1;
    }

    /** P(V &lt;= v). */
    double atMost(int v) {
        return v < 0 ? 0 : Math.min(1, upTo[Math.min(v, largest())]);
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
