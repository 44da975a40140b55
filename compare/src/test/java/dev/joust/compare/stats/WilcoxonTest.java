package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

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

    @Test
    void itIsExactUpToSixtyBlocksAndSaysSoBeyond() {
        Wilcoxon longest = Wilcoxon.of(60);
        assertThat(longest.atMost(longest.largest())).isEqualTo(1);
        assertThat(longest.atMost(0)).isEqualTo(Math.scalb(1.0, -60));
        assertThatIllegalArgumentException().isThrownBy(() -> Wilcoxon.of(61)).withMessageContaining("1 to 60 blocks");
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
