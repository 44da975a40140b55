package dev.joust.compare.fidelity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a page draws. */
public record FidelityPlots(List<Histogram> slices, List<Curve> overshoots) {
    private static final double BIN_MILLIS = 0.5;
    private static final int BINS = 30;

    /**
     * Lengths of slices, all rounds together.
     *
     * @param shares of the slices in each bin, the first from 0; longer ones are in the last
     */
    public record Histogram(String arm, int threads, double binMillis, List<Double> shares) {}

    /** Overshoot against interval. */
    public record Curve(String arm, List<Point> points) {}

    /** The median over the rounds of each round's median. */
    public record Point(double intervalMillis, double overshootMillis) {}

    static FidelityPlots of(FidelityJudge bench) {
        List<Histogram> slices = new ArrayList<>();
        for (int threads : new int[] {2, 4}) {
            for (var arm : List.of(LockUnderTest.CPYTHON, LockUnderTest.JAVA)) {
                slices.add(histogram(bench, arm, threads));
            }
        }
        return new FidelityPlots(
                slices,
                Stream.of(LockUnderTest.CPYTHON, LockUnderTest.JAVA)
                        .map(arm -> curve(bench, arm))
                        .toList());
    }

    private static Histogram histogram(FidelityJudge bench, LockUnderTest arm, int threads) {
        var key = ProbeCases.slices(threads, ProbeCases.USUAL);
        double[] lengths = bench.rounds(arm).stream()
                .flatMapToDouble(round -> Arrays.stream(round.values(key, "slices")))
                .toArray();
        double[] counts = new double[BINS];
        for (double length : lengths) {
            counts[Math.min(BINS - 1, (int) (length / BIN_MILLIS))]++;
        }
        return new Histogram(
                arm.label(),
                threads,
                BIN_MILLIS,
                Arrays.stream(counts)
                        .map(count -> count / Math.max(1, lengths.length))
                        .boxed()
                        .toList());
    }

    private static Curve curve(FidelityJudge bench, LockUnderTest arm) {
        long[] intervals = {1000, ProbeCases.USUAL, 20_000};
        return new Curve(
                arm.label(),
                Arrays.stream(intervals)
                        .mapToObj(interval -> point(bench, arm, interval))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Point> point(FidelityJudge bench, LockUnderTest arm, long interval) {
        var key = ProbeCases.overshoot(1, interval);
        return Spread.of(bench.rounds(arm).stream()
                        .mapToDouble(round -> round.median(key, "overshoot"))
                        .toArray())
                .map(spread -> new Point(interval / 1e3, spread.median()));
    }
}
