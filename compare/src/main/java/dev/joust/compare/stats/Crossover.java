package dev.joust.compare.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The value of a sweep at which one model begins to be ahead of another. Each block estimates it once: its log-ratios
 * are made ascending by isotonic regression (pool adjacent violators: Ayer et al., Annals of Mathematical Statistics
 * 26, 1955, 641-647), and the value where they pass the boundary is interpolated between the two values around it, on a
 * logarithmic scale where the values are a geometric sequence. The crossover is the {@link FigureEstimate} over the
 * blocks.
 *
 * <p>A block whose log-ratios are all on one side only says on which side of the sweep its crossover lies. Where more
 * than a third of the blocks do so, the crossover is not located.
 *
 * @param estimate empty where it is not located
 * @param blocks the blocks with a log-ratio at each value
 * @param below the blocks whose log-ratios are all beyond the boundary: they cross below the first value
 * @param above the blocks whose log-ratios are all short of the boundary: they cross above the last value
 */
public record Crossover(Optional<FigureEstimate> estimate, int blocks, int below, int above) {
    private static final int MAX_SHARE_WITHOUT = 3;

    /**
     * Locates a crossover.
     *
     * @param values of the sweep, ascending
     * @param logRatios one array per block, in the order of the values: the advantage of the model that is expected
     *     ahead at large values, above 0 where it is ahead; NaN where the block has none
     * @param strata where each block ran
     * @param boundary the advantage that counts as ahead
     * @param confidence 1 - alpha, two-sided
     */
    public static Crossover of(
            double[] values, List<double[]> logRatios, List<Stratum> strata, double boundary, double confidence) {
        int[] known = IntStream.range(0, values.length)
                .filter(value -> 2
                                * logRatios.stream()
                                        .filter(block -> !Double.isNaN(block[value]))
                                        .count()
                        > logRatios.size())
                .toArray();
        if (known.length < 2) {
            return new Crossover(Optional.empty(), 0, 0, 0);
        }
        var scale = new SweepValues(
                Arrays.stream(known).mapToDouble(value -> values[value]).toArray());
        var whole = IntStream.range(0, logRatios.size())
                .filter(block -> IntStream.of(known)
                        .noneMatch(value -> Double.isNaN(logRatios.get(block)[value])))
                .boxed()
                .toList();
        double[] crossings = whole.stream()
                .map(block -> IntStream.of(known)
                        .mapToDouble(value -> logRatios.get(block)[value])
                        .toArray())
                .mapToDouble(block -> crossing(scale, ascending(block), boundary))
                .toArray();
        int below = count(crossings, Double.NEGATIVE_INFINITY);
        int above = count(crossings, Double.POSITIVE_INFINITY);
        Optional<FigureEstimate> estimate = MAX_SHARE_WITHOUT * (below + above) > crossings.length
                ? Optional.empty()
                : FigureEstimate.of(
                        new BlockFigures(
                                crossings, whole.stream().map(strata::get).toList()),
                        confidence);
        return new Crossover(
                estimate.map(found -> scale.geometric() ? found.exp() : found).map(Crossover::opened),
                crossings.length,
                below,
                above);
    }

    /** The exponential of negative infinity is 0; below the first value the interval is open. */
    private static FigureEstimate opened(FigureEstimate found) {
        return found.low() == 0 && found.value() > 0
                ? new FigureEstimate(
                        found.value(), Double.NEGATIVE_INFINITY, found.high(), found.blocks(), found.confidence())
                : found;
    }

    private static int count(double[] crossings, double infinity) {
        return (int) Arrays.stream(crossings).filter(c -> c == infinity).count();
    }

    /** The place on the scale where ascending log-ratios pass the boundary. */
    private static double crossing(SweepValues scale, double[] logRatios, double boundary) {
        int first = IntStream.range(0, logRatios.length)
                .filter(i -> logRatios[i] > boundary)
                .findFirst()
                .orElse(logRatios.length);
        if (first == logRatios.length) {
            return Double.POSITIVE_INFINITY;
        }
        if (first == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double before = scale.place(scale.values()[first - 1]);
        double after = scale.place(scale.values()[first]);
        double share = (boundary - logRatios[first - 1]) / (logRatios[first] - logRatios[first - 1]);
        return before + share * (after - before);
    }

    /** The ascending sequence that is nearest to the values: least squares. */
    static double[] ascending(double[] values) {
        List<double[]> pools = new ArrayList<>(); // each a sum and a number
        for (double value : values) {
            pools.add(new double[] {value, 1});
            while (pools.size() > 1 && mean(pools.get(pools.size() - 2)) >= mean(pools.getLast())) {
                var last = pools.removeLast();
                pools.getLast()[0] += last[0];
                pools.getLast()[1] += last[1];
            }
        }
        return pools.stream()
                .flatMapToDouble(pool -> IntStream.range(0, (int) pool[1]).mapToDouble(_ -> mean(pool)))
                .toArray();
    }

    private static double mean(double[] pool) {
        return pool[0] / pool[1];
    }
}
