package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void theFiguresAreThoseOfR() {
        List<RTable.Row> rows = RTable.read("estimate-r.csv").rows();
        for (RTable.Row row : rows) {
            Estimate estimate = Estimate.of(LogRatios.of(row.numbers("data")), row.number("confidence"));
            assertThat(estimate.logRatio()).as("%s", row).isCloseTo(row.number("median"), within(1e-9));
            assertThat(estimate.logLow()).as("%s", row).isCloseTo(row.number("low"), within(1e-9));
            assertThat(estimate.logHigh()).as("%s", row).isCloseTo(row.number("high"), within(1e-9));
            assertThat(estimate.confidence().achieved()).as("%s", row).isCloseTo(row.number("achieved"), within(1e-12));
        }
        assertThat(rows.stream().map(row -> row.numbers("data").length).collect(Collectors.toSet()))
                .as("sizes seen")
                .contains(1, 6, 7, 8, 10, 12, 16, 20, 24, 40, 60);
    }

    @Test
    void tooFewBlocksAreNotAchievableWhetherOrNotRWarns() {
        int passedByR = 0;
        for (RTable.Row row : RTable.read("estimate-r.csv").rows()) {
            Estimate estimate = Estimate.of(LogRatios.of(row.numbers("data")), row.number("confidence"));
            boolean covered = row.number("achieved") >= row.number("confidence") - 1e-12;
            assertThat(estimate.achievable()).as("%s", row).isEqualTo(covered);
            if (row.text("warned").equals("TRUE")) {
                assertThat(covered).as("%s", row).isFalse();
            } else if (!covered) {
                passedByR++;
            }
        }
        assertThat(passedByR)
                .as("five blocks at 95 %% for one, which R calls 95 %% and which are 93.75 %%")
                .isPositive();
    }

    /**
     * Hollander and Wolfe, Nonparametric Statistical Methods, section 3: theta -0.46, 96 % interval (-0.786, -0.010).
     */
    @Test
    void theExampleOfTheBookGivesThePrintedValues() {
        double[] first = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
        double[] second = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
        double[] change = new double[first.length];
        Arrays.setAll(change, i -> second[i] - first[i]);

        Estimate estimate = Estimate.of(LogRatios.of(change), 0.95);

        assertThat(estimate.logRatio()).isCloseTo(-0.46, within(1e-9));
        assertThat(estimate.logLow()).isCloseTo(-0.786, within(1e-9));
        assertThat(estimate.logHigh()).isCloseTo(-0.010, within(1e-9));
        assertThat(estimate.confidence().achieved()).isCloseTo(0.961, within(0.0005));
    }

    @Test
    void tiesAndZerosNeverMakeTheIntervalCoverLessOftenThanItSays() {
        List<double[]> magnitudes = List.of(
                new double[] {1, 1, 1, 1, 1, 1},
                new double[] {0, 1, 2, 3, 4, 5},
                new double[] {0, 0, 0, 1, 2, 3, 4},
                new double[] {1, 1, 2, 2, 3, 3, 4, 4},
                new double[] {0, 0, 1, 1, 1, 2, 2, 5},
                new double[] {0, 0, 0, 0, 0, 0, 0, 0},
                new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9},
                new double[] {0, 1, 1, 2, 3, 5, 8, 13, 21, 34});
        for (double[] magnitude : magnitudes) {
            for (double confidence : new double[] {0.5, 0.8, 0.9, 0.95, 0.99}) {
                double nominal = Estimate.of(LogRatios.of(magnitude), confidence)
                        .confidence()
                        .achieved();
                double coverage = SignFlips.of(magnitude)
                        .map(d -> Estimate.of(LogRatios.of(d), confidence))
                        .mapToInt(estimate -> estimate.logLow() <= 0 && 0 <= estimate.logHigh() ? 1 : 0)
                        .average()
                        .orElseThrow();
                assertThat(coverage)
                        .as("%s at %s", Arrays.toString(magnitude), confidence)
                        .isGreaterThanOrEqualTo(nominal - 1e-12);
            }
        }
    }

    @Test
    void withoutTiesTheIntervalCoversExactlyAsOftenAsItSays() {
        double[] magnitudes = {1, 2.1, 3.3, 4.7, 5.2, 6.9, 8.5, 11.3};
        for (double confidence : new double[] {0.5, 0.8, 0.9, 0.95, 0.99}) {
            double coverage = SignFlips.of(magnitudes)
                    .map(d -> Estimate.of(LogRatios.of(d), confidence))
                    .mapToInt(estimate -> estimate.logLow() <= 0 && 0 <= estimate.logHigh() ? 1 : 0)
                    .average()
                    .orElseThrow();
            assertThat(coverage)
                    .isEqualTo(Estimate.of(LogRatios.of(magnitudes), confidence)
                            .confidence()
                            .achieved())
                    .isGreaterThanOrEqualTo(confidence);
        }
    }

    @Test
    void aSingleBlockHasNoConfidenceAtAll() {
        Estimate estimate = Estimate.of(LogRatios.of(new double[] {0.3}), 0.95);
        assertThat(estimate).isEqualTo(new Estimate(0.3, 0.3, 0.3, 1, new Confidence(0.95, 0)));
        assertThat(estimate.achievable()).isFalse();
    }

    @Test
    void noBlocksAndTooManyAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> Estimate.of(LogRatios.of(new double[0]), 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> Estimate.of(LogRatios.of(new double[1_001]), 0.95));
    }

    @Test
    void aModelThatDidNotTakePartHasNoRatio() {
        for (double unavailable : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Estimate.of(LogRatios.of(new double[] {0.1, unavailable, 0.2}), 0.95))
                    .withMessageContaining("finite");
        }
    }

    @Test
    void aConfidenceIsBetweenNothingAndCertainty() {
        for (double confidence : new double[] {0, 1, 95, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Estimate.of(LogRatios.of(new double[] {1, 2, 3}), confidence));
        }
    }

    @Test
    void ratiosAreTheExponentialsOfTheLogs() {
        Estimate estimate =
                new Estimate(Math.log(1.52), Math.log(1.47), Math.log(1.58), 6, new Confidence(0.95, 0.96875));
        assertThat(estimate.ratio()).isCloseTo(1.52, within(1e-12));
        assertThat(estimate.low()).isCloseTo(1.47, within(1e-12));
        assertThat(estimate.high()).isCloseTo(1.58, within(1e-12));
    }

    @Test
    void theSwappedEstimateIsThatOfTheNegatedLogRatios() {
        double[] d = {0.11, -0.02, 0.3, 0.07, 0.21, 0.05, 0.13};
        double[] negated = Arrays.stream(d).map(x -> -x).toArray();
        assertThat(Estimate.of(LogRatios.of(d), 0.95).swapped()).isEqualTo(Estimate.of(LogRatios.of(negated), 0.95));
    }

    @Test
    void theOrderOfTheBlocksDoesNotMatterAndTheirNumberDoes() {
        double[] d = {0.11, -0.02, 0.3, 0.07, 0.21, 0.05, 0.13};
        double[] shuffled = {0.3, 0.05, 0.11, 0.13, -0.02, 0.21, 0.07};
        double[] bestSix = {0.11, 0.3, 0.07, 0.21, 0.05, 0.13};
        assertThat(Estimate.of(LogRatios.of(shuffled), 0.95)).isEqualTo(Estimate.of(LogRatios.of(d), 0.95));
        assertThat(Estimate.of(LogRatios.of(bestSix), 0.95).blocks())
                .as("best-of-n would show")
                .isEqualTo(6);
    }
}
