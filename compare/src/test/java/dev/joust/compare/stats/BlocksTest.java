package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.stats.Blocks.Better;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlocksTest {

    private static final List<Map<String, Double>> TWO =
            List.of(Map.of("a", 2.0, "b", 1.0), Map.of("a", 4.0, "b", 1.0));

    @Test
    void anAdvantageAboveOneIsTheBetterModelWhicheverWayTheMetricPoints() {
        double[] higher = new Blocks(TWO, Better.HIGHER).advantages("a", "b").all();
        double[] lower = new Blocks(TWO, Better.LOWER).advantages("a", "b").all();
        assertThat(higher).containsExactly(new double[] {Math.log(2), Math.log(4)}, within(1e-15));
        assertThat(lower).containsExactly(new double[] {-Math.log(2), -Math.log(4)}, within(1e-15));
    }

    @Test
    void everyBlockThatBothShareCountsOnceAndNoOther() {
        Blocks blocks = new Blocks(
                List.of(
                        Map.of("a", 1.0, "b", 3.0),
                        Map.of("a", 1.0),
                        Map.of("b", 1.0),
                        Map.of(),
                        Map.of("a", 1.0, "b", 1.0)),
                Better.LOWER);
        assertThat(blocks.advantages("a", "b").all()).containsExactly(new double[] {Math.log(3), 0}, within(1e-15));
        assertThat(blocks.participants()).containsExactly("a", "b");
        assertThat(blocks.comparisons(0.95)).singleElement().satisfies(comparison -> {
            assertThat(comparison.between("b", "a")).isTrue();
            assertThat(comparison.advantage().blocks()).isEqualTo(2);
        });
    }

    @Test
    void theMedianIsOfTheBlocksThatHaveAValue() {
        Blocks blocks = new Blocks(
                List.of(Map.of("a", 4.0), Map.of("b", 9.0), Map.of("a", 1.0), Map.of("a", 2.0), Map.of("a", 8.0)),
                Better.LOWER);
        assertThat(blocks.median("a")).hasValue(3.0);
        assertThat(blocks.median("b")).hasValue(9.0);
        assertThat(blocks.median("absent")).isEmpty();
    }

    @Test
    void aModelThatDidNotTakePartIsNeitherSlowNorFast() {
        for (double stand : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Blocks(List.of(Map.of("a", 1.0, "absent", stand)), Better.LOWER))
                    .withMessageContaining("absent=");
        }
        for (Better better : Better.values()) {
            Blocks blocks = new Blocks(Collections.nCopies(8, Map.of("a", 1.0, "b", 2.0)), better);
            assertThat(blocks.participants()).doesNotContain("absent");
            assertThat(blocks.advantages("a", "absent").isEmpty()).isTrue();
            assertThat(new BeatsRule(1)
                            .judge(blocks.advantages("a", "absent"), 0.95)
                            .decided())
                    .isFalse();
            assertThat(new BeatsRule(1)
                            .judge(blocks.advantages("absent", "a"), 0.95)
                            .decided())
                    .isFalse();
            assertThat(Winner.among(blocks.participants(), blocks.comparisons(0.95), 0.25))
                    .isEqualTo(new Winner.Sole(better == Better.LOWER ? "a" : "b"));
        }
    }

    @Test
    void blocksOfSeveralMachinesArePairedWithinEachShard() {
        var strata = List.of(new Stratum("m", "m (1/3)"), new Stratum("n", "n"), new Stratum("m", "m (3/3)"));
        var metrics = List.of(Map.of("a", 1.0, "b", 2.0), Map.of("a", 1.0, "b", 4.0), Map.of("a", 1.0, "b", 8.0));
        var blocks = new Blocks(metrics, strata, Better.LOWER);
        assertThat(blocks.advantages("a", "b").byMachine()).hasSize(3);
        assertThat(blocks.machines()).containsExactly("m", "n");
        assertThat(blocks.byMachine("a", "b", 0.95))
                .extracting(MachineEstimate::machine, one -> one.advantage().blocks())
                .containsExactly(tuple("m", 2), tuple("n", 1));
        assertThat(blocks.where(stratum -> stratum.machine().equals("n"))
                        .values("b")
                        .values())
                .containsExactly(4);
        assertThat(new Blocks(metrics, Better.LOWER).byMachine("a", "b", 0.95)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Blocks(metrics, strata.subList(0, 2), Better.LOWER))
                .withMessageContaining("3 blocks, 2 strata");
    }
}
