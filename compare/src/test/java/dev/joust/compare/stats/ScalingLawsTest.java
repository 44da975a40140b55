package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.stats.ScalingLaws.BlockCurve;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScalingLawsTest {
    private static final double[] UNITS = {1, 2, 4, 8, 16, 32};

    /** Throughput of a router by concurrency: Schwartz, Practical Scalability, 2015; coefficients as printed there. */
    private static final double[] ROUTER = {
        955.16, 1878.91, 2688.01, 3548.68, 4315.54, 5130.43, 5931.37, 6531.08, 7219.8, 7867.61, 8278.71, 8646.7,
        9047.84, 9426.55, 9645.37, 9897.24, 10097.6, 10240.5, 10532.39, 10798.52, 11151.43, 11518.63, 11806, 12089.37,
        12075.41, 12177.29, 12211.41, 12158.93, 12155.27, 12118.04, 12140.4, 12074.39
    };

    /** Of one machine. */
    private static BlockCurve curve(double[] values, double[] figures) {
        return new BlockCurve(values, figures, Stratum.ONLY);
    }

    private static double[] throughput(ScalabilityLaw law) {
        return Arrays.stream(UNITS).map(law::throughput).toArray();
    }

    @Test
    void dataOfALawGiveItsCoefficients() {
        var law = ScalabilityLaw.universal(UNITS, throughput(new ScalabilityLaw(100, 0.05, 0.002)))
                .orElseThrow();
        assertThat(law.lambda()).isCloseTo(100, within(1e-9));
        assertThat(law.sigma()).isCloseTo(0.05, within(1e-12));
        assertThat(law.kappa()).isCloseTo(0.002, within(1e-12));
        assertThat(law.peak()).hasValueSatisfying(n -> assertThat(n).isCloseTo(Math.sqrt(0.95 / 0.002), within(1e-6)));
    }

    @Test
    void theExampleOfTheBookGivesAboutThePrintedValues() {
        double[] units =
                IntStream.rangeClosed(1, ROUTER.length).asDoubleStream().toArray();
        var law = ScalabilityLaw.universal(units, ROUTER).orElseThrow();
        assertThat(law.lambda()).as("lambda").isCloseTo(995.6486, within(2.0));
        assertThat(law.sigma()).as("sigma").isCloseTo(0.02671591, within(0.0002));
        assertThat(law.kappa()).as("kappa").isCloseTo(7.690945e-4, within(1e-5));
        assertThat(law.peak().orElseThrow()).as("peak").isCloseTo(35, within(1.0));
    }

    @Test
    void noCoefficientIsNegative() {
        var superlinear = Arrays.stream(UNITS).map(n -> 100 * Math.pow(n, 1.1)).toArray();
        var law = ScalabilityLaw.universal(UNITS, superlinear).orElseThrow();
        assertThat(law.sigma()).isZero();
        assertThat(law.kappa()).isZero();
        assertThat(law.peak()).isEmpty();
        var convex = Arrays.stream(UNITS)
                .map(n -> n / (1 - 0.01 * (n - 1) + 0.01 * n * (n - 1)))
                .toArray();
        var withKappaOnly = ScalabilityLaw.universal(UNITS, convex).orElseThrow();
        assertThat(withKappaOnly.sigma()).isZero();
        assertThat(withKappaOnly.kappa()).isPositive();
    }

    @Test
    void amdahlsLawIsTheUniversalOneWithoutCoherency() {
        var data = throughput(new ScalabilityLaw(50, 0.2, 0));
        assertThat(ScalabilityLaw.amdahl(UNITS, data).orElseThrow().sigma()).isCloseTo(0.2, within(1e-12));
        assertThat(ScalabilityLaw.universal(UNITS, data).orElseThrow().sigma()).isCloseTo(0.2, within(1e-9));
        assertThat(ScalabilityLaw.amdahl(UNITS, new double[] {10, 10, 10, 10, 10, 10})
                        .orElseThrow()
                        .sigma())
                .as("one at a time")
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void fivePointsGiveNoFit() {
        assertThat(ScalabilityLaw.universal(Arrays.copyOf(UNITS, 5), new double[] {1, 2, 3, 4, 5}))
                .isEmpty();
        assertThat(ScalingLaws.amdahl(List.of(curve(Arrays.copyOf(UNITS, 5), new double[] {1, 2, 3, 4, 5})), 0.95))
                .isEmpty();
    }

    @Test
    void theCoefficientsOfABlockAreOneFigureEach() {
        var random = new SplittableRandom(11);
        var law = new ScalabilityLaw(100, 0.05, 0.002);
        var blocks = IntStream.range(0, 9)
                .mapToObj(_ -> curve(
                        UNITS,
                        Arrays.stream(throughput(law))
                                .map(x -> x * (1 + 0.01 * random.nextGaussian()))
                                .toArray()))
                .toList();
        var found = ScalingLaws.universal(blocks, 0.95).orElseThrow();
        assertThat(found.sigma().contains(0.05)).isTrue();
        assertThat(found.kappa().contains(0.002)).isTrue();
        assertThat(found.lambda().contains(100)).isTrue();
        assertThat(found.sigma().blocks()).isEqualTo(9);
        assertThat(found.sigma().high()).isLessThan(0.08);
    }

    @Test
    void theSerialFractionOfAmdahlsLawIsItsSerialShare() {
        for (double share : new double[] {0, 0.1, 0.97, 1}) {
            for (double processors : new double[] {1.5, 2, 16}) {
                double speedUp = 1 / (share + (1 - share) / processors);
                assertThat(ScalingLaws.serialFraction(speedUp, processors)).isCloseTo(share, within(1e-12));
            }
        }
        assertThat(ScalingLaws.serialFraction(2.2, 2))
                .as("faster than the processors")
                .isNegative();
        assertThatIllegalArgumentException().isThrownBy(() -> ScalingLaws.serialFraction(1, 1));
    }

    @Test
    void theSerialFractionOfASessionHasAnInterval() {
        double[] logSpeedUps = Arrays.stream(new double[] {1.01, 1.02, 1.03, 1.01, 1.02, 1.0})
                .map(Math::log)
                .toArray();
        var found = ScalingLaws.serialFraction(BlockFigures.of(logSpeedUps), _ -> 2, 0.95)
                .orElseThrow();
        assertThat(found.value()).isCloseTo(0.97, within(0.01));
        assertThat(found.low()).isCloseTo(2 / 1.03 - 1, within(1e-9));
        assertThat(found.high()).isCloseTo(1, within(1e-9));
        assertThat(found.achievable()).isTrue();
        assertThat(ScalingLaws.serialFraction(BlockFigures.of(), _ -> 2, 0.95)).isEmpty();
    }

    @Test
    void theSlopeIsThatOfTheStraightLine() {
        var straight = curve(new double[] {1, 10, 100, 1000}, new double[] {70, 88, 268, 2068});
        var found = ScalingLaws.slope(List.of(straight, straight), 0.95).orElseThrow();
        assertThat(found.value()).isCloseTo(2, within(1e-9));
        assertThat(ScalingLaws.slope(List.of(curve(new double[] {1}, new double[] {5})), 0.95))
                .isEmpty();
    }

    @Test
    void aFigureThatIsNoNumberIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FigureEstimate.of(BlockFigures.of(1, Double.NaN), 0.95));
    }

    @Test
    void blocksThatDisagreeAboutTheSideMakeTheIntervalWider() {
        double infinity = Double.POSITIVE_INFINITY;
        var found = FigureEstimate.of(BlockFigures.of(5, 5, 5, 5, -infinity, infinity), 0.6)
                .orElseThrow();
        assertThat(found.value()).isEqualTo(5);
        assertThat(found.low()).isEqualTo(-infinity);
        assertThat(found.high()).isEqualTo(infinity);
        assertThat(FigureEstimate.of(BlockFigures.of(5, infinity, infinity, infinity), 0.5))
                .isEmpty();
    }

    /** The strata come in any order of the blocks. */
    @Test
    void figuresOfSeveralMachinesAreAveragedWithinEachMachineAsLogRatiosAre() {
        double[] values = {1, 10, 1.5, 11, 0.7, 10.2, 9.9, 1.1};
        var one = new Stratum("one", "one");
        var other = new Stratum("other", "other");
        var figures = new BlockFigures(values, List.of(one, other, one, other, one, other, other, one));
        var found = FigureEstimate.of(figures, 0.9).orElseThrow();
        var expected = Estimate.of(
                new LogRatios(List.of(new double[] {1, 1.5, 0.7, 1.1}, new double[] {10, 11, 10.2, 9.9})), 0.9);
        assertThat(List.of(found.value(), found.low(), found.high()))
                .isEqualTo(List.of(expected.logRatio(), expected.logLow(), expected.logHigh()));
        assertThat(found.confidence()).isEqualTo(expected.confidence());
        assertThat(FigureEstimate.of(BlockFigures.of(values), 0.9).orElseThrow().low())
                .as("without the machines")
                .isNotEqualTo(found.low());
    }

    @Test
    void theSerialFractionOfABlockIsThatOfTheCoresOfItsMachine() {
        var two = new Stratum("two", "two");
        var four = new Stratum("four", "four");
        var speedUps = new BlockFigures(new double[] {Math.log(2), Math.log(4)}, List.of(two, four));
        assertThat(ScalingLaws.serialFraction(speedUps, stratum -> stratum.equals(two) ? 2 : 4, 0.95)
                        .orElseThrow()
                        .value())
                .isCloseTo(0, within(1e-12));
    }
}
