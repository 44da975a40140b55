package dev.joust.compare.fidelity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The data of the plots in the report. */
public record FidelityPlots(List<SliceHistogram> slices, List<OvershootCurve> overshoots) {
    private static final double BIN_MILLIS = 0.5;
    private static final int BINS = 30;

    /**
     * The lengths of slices over all rounds.
     *
     * @param shares the share of slices in each bin; the first bin begins at 0, the last one holds all longer slices
     */
    public record SliceHistogram(String arm, int threads, double binMillis, List<Double> shares) {}

    /** The overshoot against the switch interval. */
    public record OvershootCurve(String arm, List<OvershootPoint> points) {}

    /** The median over the rounds of each round's median. */
    public record OvershootPoint(double intervalMillis, double overshootMillis) {}

    static FidelityPlots of(FidelityJudge judge) {
        List<SliceHistogram> slices = new ArrayList<>();
        for (int threads : new int[] {2, 4}) {
            for (var arm : List.of(LockUnderTest.CPYTHON, LockUnderTest.JAVA)) {
                slices.add(histogram(judge, arm, threads));
            }
        }
        return new FidelityPlots(
                slices,
                Stream.of(LockUnderTest.CPYTHON, LockUnderTest.JAVA)
                        .map(arm -> curve(judge, arm))
                        .toList());
    }

    private static SliceHistogram histogram(FidelityJudge judge, LockUnderTest arm, int threads) {
        var key = ProbeCases.slices(threads, ProbeCases.USUAL);
        double[] lengths = judge.rounds(arm).stream()
                .flatMapToDouble(round -> Arrays.stream(round.values(key, "slices")))
                .toArray();
        double[] counts = new double[BINS];
        for (double length : lengths) {
            counts[Math.min(BINS - 1, (int) (length / BIN_MILLIS))]++;
        }
        return new SliceHistogram(
                arm.label(),
                threads,
                BIN_MILLIS,
                Arrays.stream(counts)
                        .map(count -> count / Math.max(1, lengths.length))
                        .boxed()
                        .toList());
    }

    private static OvershootCurve curve(FidelityJudge judge, LockUnderTest arm) {
        long[] intervals = {1000, ProbeCases.USUAL, 20_000};
        return new OvershootCurve(
                arm.label(),
                Arrays.stream(intervals)
                        .mapToObj(interval -> point(judge, arm, interval))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<OvershootPoint> point(FidelityJudge judge, LockUnderTest arm, long interval) {
        var key = ProbeCases.overshoot(1, interval);
        return Spread.of(judge.rounds(arm).stream()
                        .mapToDouble(round -> round.median(key, "overshoot"))
                        .toArray())
                .map(spread -> new OvershootPoint(interval / 1e3, spread.median()));
    }
}
