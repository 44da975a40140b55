package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WilcoxonTest {

    @Test
    void theDistributionIsThatOfR() {
        for (RTable.Row row : RTable.read("signrank-r.csv").rows()) {
            double p = Wilcoxon.of((int) row.number("n")).atMost((int) row.number("v"));
            assertThat(p).as("%s", row).isCloseTo(row.number("atMost"), within(1e-12));
        }
    }

    @Test
    void theDistributionIsThatOfEverySubsetOfRanks() {
        for (int n = 1; n <= 10; n++) {
            double[] ranks = IntStream.rangeClosed(1, n).mapToDouble(r -> r).toArray();
            for (int v = 0; v <= n * (n + 1) / 2; v++) {
                int bound = v;
                long upTo = SignFlips.of(ranks)
                        .filter(flipped -> IntStream.range(0, flipped.length)
                                        .mapToDouble(i -> Math.max(0, flipped[i]))
                                        .sum()
                                <= bound)
                        .count();
                assertThat(Wilcoxon.of(n).atMost(v)).as("n=%d v=%d", n, v).isEqualTo(Math.scalb((double) upTo, -n));
            }
        }
    }

    /** Of one machine, and of many: counted in whole numbers of any length. */
    @Test
    void beyondFiftyThreeBlocksItIsExactToTheLastDigitsOfADouble() {
        for (int[] groups :
                new int[][] {{53}, {60}, {120}, {14, 14, 14, 14, 14}, {3, 9, 1, 27, 41}, repeated(100, 1)}) {
            int n = Arrays.stream(groups).sum();
            BigInteger[] upTo = upTo(groups);
            var wilcoxon = Wilcoxon.of(groups);
            assertThat(wilcoxon.largest()).isEqualTo(upTo.length - 1);
            for (int v = 0; v < upTo.length; v += 1 + v / 7) {
                double expected = new BigDecimal(upTo[v])
                        .divide(new BigDecimal(BigInteger.TWO.pow(n)), MathContext.DECIMAL128)
                        .doubleValue();
                assertThat(wilcoxon.atMost(v) / expected)
                        .as("%s v=%d", Arrays.toString(groups), v)
                        .isCloseTo(1, within(n <= 53 ? 0 : n * 0x1p-52));
            }
        }
    }

    private static BigInteger[] upTo(int... groups) {
        BigInteger[] subsets = new BigInteger
                [Arrays.stream(groups).map(size -> size * (size + 1) / 2).sum() + 1];
        Arrays.fill(subsets, BigInteger.ZERO);
        subsets[0] = BigInteger.ONE;
        for (int size : groups) {
            for (int rank = 1; rank <= size; rank++) {
                for (int sum = subsets.length - 1; sum >= rank; sum--) {
                    subsets[sum] = subsets[sum].add(subsets[sum - rank]);
                }
            }
        }
        Arrays.parallelPrefix(subsets, BigInteger::add);
        return subsets;
    }

    private static int[] repeated(int groups, int size) {
        return IntStream.range(0, groups).map(_ -> size).toArray();
    }

    @Test
    void aThousandBlocksAreTheMostAndItSaysSoBeyond() {
        var longest = Wilcoxon.of(repeated(1_000, 1));
        assertThat(longest.atMost(longest.largest()))
                .isCloseTo(1, within(1e-12))
                .isLessThanOrEqualTo(1);
        assertThat(longest.atMost(0)).isEqualTo(Math.scalb(1.0, -1_000));
        assertThat(longest.atMost(500)).as("a binomial distribution").isCloseTo(0.5126125, within(1e-7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wilcoxon.of(1, 1_000))
                .withMessageContaining("1 to 1000 blocks");
        assertThatIllegalArgumentException().isThrownBy(() -> Wilcoxon.of(0)).withMessageContaining("blocks=0");
    }

    @Test
    void theDistributionIsSymmetric() {
        Wilcoxon v = Wilcoxon.of(9);
        for (int x = -1; x <= v.largest() + 1; x++) {
            assertThat(v.atLeast(x)).isCloseTo(1 - v.atMost(x - 1), within(1e-15));
        }
    }

    @Test
    void theQuantileIsTheFirstValueThatReachesTheLevel() {
        Wilcoxon v = Wilcoxon.of(6);
        assertThat(v.quantile(0)).isZero();
        assertThat(v.quantile(1.0 / 64)).as("a level that is a tail itself").isZero();
        assertThat(v.quantile(1.01 / 64)).isEqualTo(1);
        assertThat(v.quantile(2.0 / 64)).isEqualTo(1);
        assertThat(v.quantile(Math.nextUp(2.0 / 64)))
                .as("as R, but for rounding")
                .isEqualTo(1);
        assertThat(v.quantile(1)).isEqualTo(v.largest());
    }

    @Test
    void sixIsTheLeastNumberOfBlocksThatCanDecideAtFivePercent() {
        assertThat(Wilcoxon.leastBlocks(0.05)).isEqualTo(6);
        assertThat(Wilcoxon.leastBlocks(2.0 / 64)).isEqualTo(6);
        assertThat(Wilcoxon.leastBlocks(0.05 / 3)).isEqualTo(7);
        assertThat(Wilcoxon.leastBlocks(0.01)).isEqualTo(8);
        assertThatIllegalArgumentException().isThrownBy(() -> Wilcoxon.leastBlocks(0));
    }
}
