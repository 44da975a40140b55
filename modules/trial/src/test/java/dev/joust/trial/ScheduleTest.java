package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Load;
import dev.joust.scenario.Rate;
import dev.joust.scenario.Rate.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ScheduleTest {
    private static final Duration FIVE = Duration.ofSeconds(5);
    private static final Rate CONSTANT = Rate.constant(1_000, FIVE.multipliedBy(3));
    private static final Rate RAMP = new Rate(List.of(new Stage(FIVE.multipliedBy(3), 0, 2_000)));
    private static final Rate SPIKE = new Rate(List.of(
            new Stage(FIVE, 500, 500),
            new Stage(FIVE, 500, 2_000),
            new Stage(FIVE, 2_000, 2_000),
            new Stage(FIVE, 50, 50)));
    private static final Arrivals.Bursty BURSTY = new Arrivals.Bursty(Duration.ofMillis(100), Duration.ofMillis(400));

    static Stream<RateShape> shapes() {
        return Stream.of(
                new RateShape("constant", CONSTANT, new Arrivals.Poisson()),
                new RateShape("ramp", RAMP, new Arrivals.Poisson()),
                new RateShape("spike", SPIKE, new Arrivals.Poisson()),
                new RateShape("bursty", CONSTANT, BURSTY),
                new RateShape("bursty spike", SPIKE, BURSTY));
    }

    private record RateShape(String name, Rate rate, Arrivals arrivals) {
        IntegratedRate integrated() {
            return arrivals instanceof Arrivals.Bursty bursty
                    ? IntegratedRate.of(rate, bursty)
                    : IntegratedRate.of(rate);
        }

        List<Long> instants(long seed) {
            return ScheduleTest.instants(Map.of("a", rate), arrivals, seed);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Where the gaps are rescaled by the integrated rate, those of any Poisson process are exponential with mean 1. */
    @ParameterizedTest
    @MethodSource("shapes")
    void theArrivalsOfEveryShapeAreThoseOfAPoissonProcess(RateShape shape) {
        for (long seed = 1; seed <= 3; seed++) {
            var gaps = gaps(shape.instants(seed), shape.integrated());
            assertThat((double) gaps.length).isCloseTo(shape.rate().units(), Percentage.withPercentage(5));
            assertThat(KolmogorovSmirnov.rejectsExponential(gaps)).isFalse();
        }
    }

    @Test
    void evenArrivalsAreNotThoseOfAPoissonProcess() {
        var even = new RateShape("even", CONSTANT, new Arrivals.Uniform());
        assertThat(KolmogorovSmirnov.rejectsExponential(gaps(even.instants(1), even.integrated())))
                .isTrue();
    }

    @Test
    void arrivalsOfAnotherShapeAreFound() {
        var ramp = new RateShape("ramp", RAMP, new Arrivals.Poisson());
        assertThat(KolmogorovSmirnov.rejectsExponential(gaps(ramp.instants(1), IntegratedRate.of(CONSTANT))))
                .isTrue();
    }

    @Test
    void evenArrivalsAccumulateNoRounding() {
        var instants = instants(Map.of("a", Rate.constant(3_000, Duration.ofSeconds(600))), new Arrivals.Uniform(), 1);
        assertThat(instants).hasSize(1_800_000);
        for (int i = 0; i < instants.size(); i += 1_000) {
            assertThat((double) instants.get(i)).isCloseTo((i + 0.5) / 3_000 * 1e9, Offset.offset(1.0));
        }
    }

    @Test
    void burstsArriveWhileOnAndAreAsManyAsTheRateSays() {
        var instants = new RateShape("bursty", CONSTANT, BURSTY).instants(1);
        assertThat(instants)
                .allSatisfy(instant -> assertThat(instant % 500_000_000).isLessThanOrEqualTo(100_000_000));
        assertThat(instants.size()).isCloseTo(15_000, Offset.offset(500));
    }

    @Test
    void theSameSeedGivesTheSameScheduleAndAnotherAnother() {
        var shape = new RateShape("spike", SPIKE, new Arrivals.Poisson());
        assertThat(shape.instants(7)).isEqualTo(shape.instants(7)).isNotEqualTo(shape.instants(8));
    }

    @Test
    void theArrivalsOfAClassDoNotDependOnTheOthers() {
        Map<String, Rate> rates = new LinkedHashMap<>();
        rates.put("other", SPIKE);
        rates.put("a", CONSTANT);
        var schedule = Schedule.of(List.of("other", "a"), load(rates, new Arrivals.Poisson()), 7);
        List<Long> ofA = new ArrayList<>();
        long last = 0;
        while (schedule.next() != Schedule.NONE) {
            assertThat(schedule.next()).isGreaterThanOrEqualTo(last);
            last = schedule.next();
            if (schedule.advance() == 1) {
                ofA.add(last);
            }
        }
        assertThat(ofA).isEqualTo(instants(Map.of("a", CONSTANT), new Arrivals.Poisson(), 7));
    }

    @Test
    void recordedArrivalsAreAsGivenAsFarAsTheTimeOfTheLoad() {
        var recorded = new Arrivals.Recorded(Map.of("a", List.of(5L, 7L, 14_999_999_999L, 15_000_000_000L)));
        assertThat(instants(Map.of("a", CONSTANT), recorded, 1)).containsExactly(5L, 7L, 14_999_999_999L);
        var schedule = Schedule.of(List.of("a", "none"), load(Map.of("a", CONSTANT), recorded), 1);
        assertThat(schedule.expectedBy(7)).isEqualTo(1);
        assertThat(schedule.expectedBy(8)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theInverseOfTheIntegratedRateIsItsInverse(RateShape shape) {
        var integrated = shape.integrated();
        double total = integrated.unitsBy(20e9);
        assertThat(total).isCloseTo(shape.rate().units(), Percentage.withPercentage(2));
        for (double units = 0.25; units < total; units += 1.75) {
            assertThat(integrated.unitsBy(integrated.inverse(units))).isCloseTo(units, Offset.offset(1e-6));
        }
        assertThat(integrated.inverse(total + 1)).isInfinite();
    }

    private static double[] gaps(List<Long> instants, IntegratedRate rate) {
        double[] gaps = new double[instants.size()];
        double last = 0;
        for (int i = 0; i < gaps.length; i++) {
            double units = rate.unitsBy(instants.get(i));
            gaps[i] = units - last;
            last = units;
        }
        return gaps;
    }

    private static List<Long> instants(Map<String, Rate> rates, Arrivals arrivals, long seed) {
        var schedule = Schedule.of(List.copyOf(rates.keySet()), load(rates, arrivals), seed);
        List<Long> instants = new ArrayList<>();
        while (schedule.next() != Schedule.NONE) {
            instants.add(schedule.next());
            schedule.advance();
        }
        return instants;
    }

    private static Load.Open load(Map<String, Rate> rates, Arrivals arrivals) {
        var longest = rates.values().stream()
                .map(Rate::length)
                .max(Duration::compareTo)
                .orElseThrow();
        return new Load.Open(rates, Optional.empty(), arrivals, longest, Map.of(), Optional.empty());
    }
}
