package dev.joust.compare.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The laws of scaling, fitted once per block; each coefficient is the {@link FigureEstimate} over the blocks. */
public final class ScalingLaws {
    private ScalingLaws() {}

    /** The coefficients of a law. */
    public record LawEstimate(FigureEstimate lambda, FigureEstimate sigma, FigureEstimate kappa) {}

    /**
     * What one block measured of a model: a figure at each value of a sweep.
     *
     * @param stratum where the block ran
     */
    public record BlockCurve(double[] values, double[] figures, Stratum stratum) {}

    /** The law of one block. */
    private record BlockLaw(ScalabilityLaw law, Stratum stratum) {}

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
        var laws = blocks.stream()
                .flatMap(block -> fit.apply(block).map(law -> new BlockLaw(law, block.stratum())).stream())
                .toList();
        return laws.isEmpty()
                ? Optional.empty()
                : Optional.of(new LawEstimate(
                        estimate(laws, ScalabilityLaw::lambda, confidence),
                        estimate(laws, ScalabilityLaw::sigma, confidence),
                        estimate(laws, ScalabilityLaw::kappa, confidence)));
    }

    private static FigureEstimate estimate(
            List<BlockLaw> laws, ToDoubleFunction<ScalabilityLaw> coefficient, double confidence) {
        return FigureEstimate.of(
                        new BlockFigures(
                                laws.stream()
                                        .map(BlockLaw::law)
                                        .mapToDouble(coefficient)
                                        .toArray(),
                                laws.stream().map(BlockLaw::stratum).toList()),
                        confidence)
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
     * @param processors of the machine that ran a block
     */
    public static Optional<FigureEstimate> serialFraction(
            BlockFigures logSpeedUps, ToDoubleFunction<Stratum> processors, double confidence) {
        return FigureEstimate.of(
                new BlockFigures(
                        IntStream.range(0, logSpeedUps.values().length)
                                .mapToDouble(block -> serialFraction(
                                        Math.exp(logSpeedUps.values()[block]),
                                        processors.applyAsDouble(
                                                logSpeedUps.strata().get(block))))
                                .toArray(),
                        logSpeedUps.strata()),
                confidence);
    }

    /** The slope of the figures over the values, by least squares per block; empty where no block has two points. */
    public static Optional<FigureEstimate> slope(List<BlockCurve> blocks, double confidence) {
        var lines = blocks.stream().filter(block -> block.values().length > 1).toList();
        return FigureEstimate.of(
                new BlockFigures(
                        lines.stream().mapToDouble(ScalingLaws::slope).toArray(),
                        lines.stream().map(BlockCurve::stratum).toList()),
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
    public static Optional<FigureEstimate> positive(BlockFigures figures, double confidence) {
        double[] logarithms = Arrays.stream(figures.values()).map(Math::log).toArray();
        return FigureEstimate.of(new BlockFigures(logarithms, figures.strata()), confidence)
                .map(FigureEstimate::exp);
    }
}
