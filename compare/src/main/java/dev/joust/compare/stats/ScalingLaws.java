package dev.joust.compare.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The laws of scaling, fitted once per block; each coefficient is the {@link FigureEstimate} over the blocks. */
public final class ScalingLaws {
    private ScalingLaws() {}

    /** The coefficients of a law. */
    public record LawEstimate(FigureEstimate lambda, FigureEstimate sigma, FigureEstimate kappa) {}

    /** What one block measured of a model: a figure at each value of a sweep. */
    public record BlockCurve(double[] values, double[] figures) {}

    /** The Universal Scalability Law; empty where no block has six points. */
    public static Optional<LawEstimate> universal(List<BlockCurve> blocks, double confidence) {
        return law(blocks, confidence, block -> ScalabilityLaw.universal(block.values(), block.figures()));
    }

    /** Amdahl's law, whose kappa is 0; empty where no block has six points. */
    public static Optional<LawEstimate> amdahl(List<BlockCurve> blocks, double confidence) {
        return law(blocks, confidence, block -> ScalabilityLaw.amdahl(block.values(), block.figures()));
    }

    private static Optional<LawEstimate> law(
            List<BlockCurve> blocks, double confidence, Function<BlockCurve, Optional<ScalabilityLaw>> fit) {
        var laws = blocks.stream().flatMap(block -> fit.apply(block).stream()).toList();
        return laws.isEmpty()
                ? Optional.empty()
                : Optional.of(new LawEstimate(
                        estimate(laws, ScalabilityLaw::lambda, confidence),
                        estimate(laws, ScalabilityLaw::sigma, confidence),
                        estimate(laws, ScalabilityLaw::kappa, confidence)));
    }

    private static FigureEstimate estimate(
            List<ScalabilityLaw> laws, ToDoubleFunction<ScalabilityLaw> coefficient, double confidence) {
        return FigureEstimate.of(laws.stream().mapToDouble(coefficient).toArray(), confidence)
                .orElseThrow();
    }

    /**
     * The serial fraction of Karp and Flatt (Communications of the ACM 33, 1990, 539-543): e = (1/psi - 1/p) / (1 -
     * 1/p), where psi is the speed-up on p processors. It is 1 where p processors are as fast as one, 0 where they are
     * p times as fast, and below 0 where they are faster still.
     */
    static double serialFraction(double speedUp, double processors) {
        if (!(processors > 1)) {
            throw new IllegalArgumentException("a serial fraction needs more than one processor: " + processors);
        }
        return (1 / speedUp - 1 / processors) / (1 - 1 / processors);
    }

    /**
     * The serial fraction over all blocks; empty without a block.
     *
     * @param logSpeedUps one per block, over one processor
     */
    public static Optional<FigureEstimate> serialFraction(double[] logSpeedUps, double processors, double confidence) {
        return FigureEstimate.of(
                Arrays.stream(logSpeedUps)
                        .map(log -> serialFraction(Math.exp(log), processors))
                        .toArray(),
                confidence);
    }

    /** The slope of the figures over the values, by least squares per block; empty where no block has two points. */
    public static Optional<FigureEstimate> slope(List<BlockCurve> blocks, double confidence) {
        return FigureEstimate.of(
                blocks.stream()
                        .filter(block -> block.values().length > 1)
                        .mapToDouble(ScalingLaws::slope)
                        .toArray(),
                confidence);
    }

    private static double slope(BlockCurve block) {
        double meanValue = Arrays.stream(block.values()).average().orElseThrow();
        double meanFigure = Arrays.stream(block.figures()).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < block.values().length; i++) {
            double value = block.values()[i] - meanValue;
            products += value * (block.figures()[i] - meanFigure);
            squares += value * value;
        }
        return products / squares;
    }

    /** A figure over all blocks, on its logarithm, so that it is positive; empty without a block. */
    public static Optional<FigureEstimate> positive(double[] figures, double confidence) {
        return FigureEstimate.of(Arrays.stream(figures).map(Math::log).toArray(), confidence)
                .map(FigureEstimate::exp);
    }
}
