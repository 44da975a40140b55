package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Log-ratios of several machines. */
final class LogRatiosTest {
    private static final SplittableRandom RANDOM = new SplittableRandom(4711);

    /** The blocks of each machine. */
    static Stream<int[]> machines() {
        return Stream.of(
                new int[] {1},
                new int[] {6},
                new int[] {3, 3},
                new int[] {2, 2, 2},
                new int[] {1, 1, 1, 1, 1, 1},
                new int[] {4, 2},
                new int[] {1, 5, 3},
                new int[] {7, 1});
    }

    private static LogRatios random(int[] machines) {
        return new LogRatios(Arrays.stream(machines)
                .mapToObj(blocks -> RANDOM.doubles(blocks, -1, 1.5).toArray())
                .toList());
    }

    /** All data with the same absolute values as these: each sign of each log-ratio. */
    private static List<LogRatios> flips(LogRatios data) {
        List<LogRatios> flips = new ArrayList<>();
        for (long signs = 0; signs < 1L << data.blocks(); signs++) {
            List<double[]> machines = new ArrayList<>();
            int next = 0;
            for (var machine : data.byMachine()) {
                var flipped = machine.clone();
                for (int i = 0; i < flipped.length; i++) {
                    flipped[i] *= (signs >> next++ & 1) == 0 ? 1 : -1;
                }
                machines.add(flipped);
            }
            flips.add(new LogRatios(machines));
        }
        return flips;
    }

    @ParameterizedTest
    @MethodSource("machines")
    void thePValueIsTheShareOfAllSignFlipsThatAreAsFarOut(int[] machines) {
        var data = random(machines);
        var flips = flips(data);
        int found = data.beyond(0, 1);
        double share = flips.stream().filter(flip -> flip.beyond(0, 1) >= found).count() / (double) flips.size();
        assertThat(SignedRank.greater(data, 0)).isCloseTo(share, within(1e-12));
    }

    /** A shift by the truth makes the data symmetric about 0, so that each sign flip is equally probable. */
    @ParameterizedTest
    @MethodSource("machines")
    void theIntervalCoversTheTruthInTheShareOfSignFlipsThatItsConfidenceSays(int[] machines) {
        var flips = flips(random(machines));
        double covered = flips.stream()
                        .map(flip -> Estimate.of(flip, 0.95))
                        .filter(estimate -> estimate.logLow() <= 0 && 0 <= estimate.logHigh())
                        .count()
                / (double) flips.size();
        assertThat(covered)
                .isGreaterThanOrEqualTo(
                        Estimate.of(flips.getFirst(), 0.95).confidence().achieved() - 1e-12);
    }

    @Test
    void sixBlocksThatAgreeDecideWhateverMachineRanThem() {
        var agreeing = new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
        for (var machines :
                List.of(new int[] {6}, new int[] {3, 3}, new int[] {2, 2, 2}, new int[] {1, 1, 1, 1, 1, 1})) {
            List<double[]> parts = new ArrayList<>();
            int next = 0;
            for (int blocks : machines) {
                parts.add(Arrays.copyOfRange(agreeing, next, next + blocks));
                next += blocks;
            }
            var data = new LogRatios(parts);
            assertThat(SignedRank.twoSided(data, 0)).isEqualTo(2 / 64.0);
            assertThat(Estimate.of(data, 1 - 2 / 64.0).achievable()).isTrue();
        }
    }

    @Test
    void oneMachineGivesWhatBlocksWithoutMachinesGive() {
        var blocks = RANDOM.doubles(9, -1, 1).toArray();
        assertThat(new LogRatios(List.of(blocks, new double[0])).byMachine()).hasSize(1);
        assertThat(LogRatios.of(blocks).walshAverages()).isEqualTo(WalshAverages.sorted(blocks));
    }

    @Test
    void theOrderOfMachinesAndBlocksDoesNotMatter() {
        var first = RANDOM.doubles(3, -1, 1).toArray();
        var second = RANDOM.doubles(4, -1, 1).toArray();
        var reversed = new double[] {second[3], second[2], second[1], second[0]};
        assertThat(Estimate.of(new LogRatios(List.of(reversed, first)), 0.95))
                .isEqualTo(Estimate.of(new LogRatios(List.of(first, second)), 0.95));
    }

    @Test
    void moreThanAThousandBlocksAreRefusedAndSoIsWhatIsNoNumber() {
        var half = new double[500];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimate.of(new LogRatios(List.of(half, half, new double[1])), 0.95))
                .withMessageContaining("1 to 1000 blocks");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimate.of(LogRatios.of(0.1, Double.NaN), 0.95))
                .withMessageContaining("finite");
    }
}
