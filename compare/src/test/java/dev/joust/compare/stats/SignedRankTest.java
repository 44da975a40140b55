package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

class SignedRankTest {

    @Test
    void pValuesAreThoseOfR() {
        List<RTable.Row> rows = RTable.read("pvalue-r.csv").rows();
        assertThat(rows).hasSizeGreaterThan(60);
        for (RTable.Row row : rows) {
            double[] d = row.numbers("data");
            double mu = row.number("mu");
            assertThat(SignedRank.greater(LogRatios.of(d), mu))
                    .as("%s", row)
                    .isCloseTo(row.number("greater"), within(1e-9));
            assertThat(SignedRank.less(LogRatios.of(d), mu)).as("%s", row).isCloseTo(row.number("less"), within(1e-9));
            assertThat(SignedRank.twoSided(LogRatios.of(d), mu))
                    .as("%s", row)
                    .isCloseTo(row.number("twoSided"), within(1e-9));
        }
    }

    @Test
    void pValuesAreThoseOfCommonsStatistics() {
        SplittableRandom random = new SplittableRandom(4711);
        WilcoxonSignedRankTest exact = WilcoxonSignedRankTest.withDefaults().with(PValueMethod.EXACT);
        for (int i = 0; i < 200; i++) {
            double[] d = random.doubles(1 + i % 60, -1, 1.5).toArray();
            assertThat(SignedRank.twoSided(LogRatios.of(d), 0))
                    .isCloseTo(exact.test(d).getPValue(), within(1e-12));
            assertThat(SignedRank.greater(LogRatios.of(d), 0))
                    .isCloseTo(
                            exact.with(AlternativeHypothesis.GREATER_THAN)
                                    .test(d)
                                    .getPValue(),
                            within(1e-12));
        }
    }

    @Test
    void tiesAndZerosMakePValuesLargerNeverSmaller() {
        List<double[]> magnitudes =
                List.of(new double[] {1, 1, 1, 1, 1, 1, 1}, new double[] {0, 0, 1, 1, 2, 2, 3, 3}, new double[] {
                    0, 0, 0, 0, 1, 2, 3, 4
                });
        for (double[] magnitude : magnitudes) {
            for (double level = 1.0 / 256; level < 0.5; level += 1.0 / 256) {
                double bound = level;
                double rejected = SignFlips.of(magnitude)
                        .mapToInt(d -> SignedRank.twoSided(LogRatios.of(d), 0) <= bound ? 1 : 0)
                        .average()
                        .orElseThrow();
                assertThat(rejected).isLessThanOrEqualTo(level + 1e-12);
            }
        }
    }

    @Test
    void withoutDataThePValueIsOne() {
        assertThat(SignedRank.greater(LogRatios.of(new double[0]), 0)).isEqualTo(1);
        assertThat(SignedRank.twoSided(LogRatios.of(new double[0]), 0)).isEqualTo(1);
        assertThat(SignedRank.greater(LogRatios.of(new double[8]), 0))
                .as("eight zeros")
                .isEqualTo(1);
    }
}
