package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossoverTest {
    private static final double[] SHARES = {0, 20, 40, 60, 80, 100};
    private static final double[] DECADES = {1, 10, 100, 1_000, 10_000};
    private static final double CONFIDENCE = 0.95;
    private static final int SESSIONS = 2_000;

    private static List<double[]> blocks(int number, double[] values, DoubleUnaryOperator logRatio) {
        return IntStream.range(0, number)
                .mapToObj(_ -> Arrays.stream(values).map(logRatio).toArray())
                .toList();
    }

    /** On one machine. */
    private static Crossover crossover(double[] values, List<double[]> blocks, double boundary) {
        return Crossover.of(values, blocks, Collections.nCopies(blocks.size(), Stratum.ONLY), boundary, CONFIDENCE);
    }

    private static FigureEstimate located(double[] values, List<double[]> blocks, double boundary) {
        return crossover(values, blocks, boundary).estimate().orElseThrow();
    }

    @Test
    void aKnownCrossingIsFoundBetweenTheValues() {
        var found = located(SHARES, blocks(6, SHARES, share -> (share - 45) / 100), 0);
        assertThat(found.value()).isCloseTo(45, within(1e-9));
        assertThat(found.low()).isCloseTo(45, within(1e-9));
        assertThat(found.high()).isCloseTo(45, within(1e-9));
        assertThat(found.achievable()).isTrue();
    }

    @Test
    void geometricValuesAreInterpolatedInTheirLogarithm() {
        var found = located(DECADES, blocks(6, DECADES, units -> Math.log(units / 40)), 0);
        assertThat(found.value()).isCloseTo(40, within(1e-9));
    }

    @Test
    void theBoundaryIsTheAdvantageThatCountsAsAhead() {
        var found = located(SHARES, blocks(6, SHARES, share -> (share - 45) / 100), 0.1);
        assertThat(found.value()).isCloseTo(55, within(1e-9));
    }

    @Test
    void isotonicRegressionPoolsWhatDescends() {
        assertThat(Crossover.ascending(new double[] {1, 3, 2, 4})).containsExactly(1, 2.5, 2.5, 4);
        assertThat(Crossover.ascending(new double[] {3, 2, 1})).containsExactly(2, 2, 2);
        assertThat(Crossover.ascending(new double[] {-1, 0, 5})).containsExactly(-1, 0, 5);
    }

    @Test
    void aTieBelowTheCrossoverIsNoCrossing() {
        double[] noisyTie = {0.01, -0.02, 0.02, 0.3, 0.5, 0.6};
        var found =
                located(SHARES, List.of(noisyTie, noisyTie, noisyTie, noisyTie, noisyTie, noisyTie), Math.log(1.25));
        assertThat(found.value()).isBetween(40.0, 60.0);
    }

    @Test
    void aBlockThatNeverCrossesOpensTheInterval() {
        var crossing = blocks(5, SHARES, share -> (share - 45) / 100);
        var blocks = new ArrayList<>(crossing);
        blocks.add(new double[] {-1, -1, -1, -1, -1, -1});
        var crossover = crossover(SHARES, blocks, 0);
        assertThat(crossover.above()).isEqualTo(1);
        assertThat(crossover.estimate()).hasValueSatisfying(found -> {
            assertThat(found.value()).isCloseTo(45, within(1e-9));
            assertThat(found.low()).isCloseTo(45, within(1e-9));
            assertThat(found.high()).isInfinite();
            assertThat(found.open()).isTrue();
        });
    }

    @Test
    void onALogarithmicScaleTheIntervalOpensBelowTheFirstValue() {
        var blocks = new ArrayList<>(blocks(5, DECADES, units -> Math.log(units / 40)));
        blocks.add(new double[] {1, 1, 1, 1, 1});
        var crossover = crossover(DECADES, blocks, 0);
        assertThat(crossover.below()).isEqualTo(1);
        assertThat(crossover.estimate().orElseThrow().low()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void whereMoreThanAThirdNeverCrossItIsNotLocated() {
        var blocks = new ArrayList<>(blocks(4, SHARES, share -> (share - 45) / 100));
        blocks.add(new double[] {1, 1, 1, 1, 1, 1});
        blocks.add(new double[] {-1, -1, -1, -1, -1, -1});
        assertThat(crossover(SHARES, blocks, 0).estimate()).as("a third of six").isPresent();
        blocks.set(0, new double[] {-1, -1, -1, -1, -1, -1});
        assertThat(crossover(SHARES, blocks, 0)).isEqualTo(new Crossover(Optional.empty(), 6, 1, 2));
    }

    @Test
    void aValueThatMostBlocksLackIsLeftOutAndABlockThatLacksAnotherToo() {
        double no = Double.NaN;
        List<double[]> blocks = List.of(
                new double[] {-1, -0.5, 0.5, no},
                new double[] {-1, -0.5, 0.5, no},
                new double[] {-1, -0.5, 0.5, 1},
                new double[] {-1, no, 0.5, no});
        var crossover = crossover(new double[] {10, 20, 30, 40}, blocks, 0);
        assertThat(crossover.blocks()).isEqualTo(3);
        assertThat(crossover.estimate().orElseThrow().value()).isCloseTo(25, within(1e-9));
    }

    @Test
    void withoutTwoValuesThereIsNone() {
        assertThat(crossover(SHARES, List.of(), 0).estimate()).isEmpty();
        assertThat(crossover(SHARES, blocks(6, SHARES, _ -> Double.NaN), 0).estimate())
                .isEmpty();
    }

    /** The figures of a loop against threads: a tie, then a loss that grows with the share. */
    @ParameterizedTest
    @ValueSource(ints = {6, 9, 14})
    void theIntervalContainsAKnownCrossingAsOftenAsItSays(int blocks) {
        var random = new SplittableRandom(blocks);
        double boundary = Math.log(1.25);
        double truth = 45;
        int covered = 0;
        for (int session = 0; session < SESSIONS; session++) {
            var data = blocks(blocks, SHARES, share -> boundary + (share - truth) / 80 + 0.06 * random.nextGaussian());
            if (crossover(SHARES, data, boundary)
                    .estimate()
                    .filter(found -> found.contains(truth))
                    .isPresent()) {
                covered++;
            }
        }
        assertThat(covered / (double) SESSIONS)
                .as("coverage with %d blocks", blocks)
                .isGreaterThanOrEqualTo(CONFIDENCE);
    }
}
