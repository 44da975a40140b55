package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A session's file may come from a stranger, who wrote loads that no scenario file can say. */
final class OpenLoadBoundsTest {
    private static final Duration TIME = Duration.ofSeconds(1);
    private static final Arrivals POISSON = new Arrivals.Poisson();

    @Test
    void whatTheReaderReadsIsWithinTheBounds() {
        for (var text : Faults.ALL) {
            var scenario = new ScenarioFile(Faults.MODELS).parse("x.yaml", text);
            assertThatCode(() -> ScenarioBounds.check(scenario)).doesNotThrowAnyException();
        }
    }

    @Test
    void ratesAreFiniteNumbersOfTheClasses() {
        assertBeyond(open(Rate.constant(Double.NaN, TIME)), "'w' must be above 0 to 100000/s, found NaN/s");
        assertBeyond(
                open(Rate.constant(Double.POSITIVE_INFINITY, TIME)),
                "'w' must be above 0 to 100000/s, found Infinity/s");
        assertBeyond(open(Map.of()), "'rate' needs each of [w], found []");
        assertBeyond(
                open(Map.of("w", Rate.constant(5, TIME), "\u001bx", Rate.constant(5, TIME))),
                "unknown work '�x' in rate; known: [w]");
    }

    @Test
    void stagesAreBoundedAndLastAsLongAsTheLoad() {
        assertBeyond(open(new Rate(List.of())), "a rate has 1 to 1000 stages, found 0");
        assertBeyond(
                open(new Rate(Collections.nCopies(1001, new Rate.Stage(Duration.ofMillis(1), 5, 5)))),
                "a rate has 1 to 1000 stages, found 1001");
        assertBeyond(open(Rate.constant(5, TIME.multipliedBy(2))), "the stages of 'w' last 2000ms, the load 1000ms");
        assertBeyond(
                open(Rate.constant(5, Duration.ofSeconds(Long.MAX_VALUE))),
                "'stage' must be 1ms to 600000ms, found more");
    }

    @Test
    void recordedArrivalsAscendWithinTheTime() {
        assertBeyond(recorded(List.of(5L, 4L)), "recorded arrivals must ascend from 0 to 1000000000 ns, found 4");
        assertBeyond(recorded(List.of(-1L)), "recorded arrivals must ascend from 0 to 1000000000 ns, found -1");
        assertBeyond(
                recorded(List.of(TIME.toNanos())),
                "recorded arrivals must ascend from 0 to 1000000000 ns, found 1000000000");
        assertBeyond(recorded(Collections.nCopies(100_001, 7L)), "100001 recorded arrivals; at most 100000");
        assertBeyond(
                open(Map.of("w", Rate.constant(5, TIME)), new Arrivals.Recorded(Map.of())),
                "'arrivals' needs each of [w], found []");
    }

    @Test
    void sharesAndPromisesAreBounded() {
        var rates = Map.of("w", Rate.constant(1, TIME));
        var share = Optional.of(new Load.CapacityShare(Double.NaN, false));
        assertBeyond(
                new Load.Open(rates, share, POISSON, TIME, Map.of(), Optional.empty()),
                "'share' must be above 0 to 1000%, found NaN%");
        assertBeyond(capacity(Map.of("w", 0.5), 99), "the classes' shares must be 1 together, found 0.5");
        assertBeyond(capacity(Map.of("w", 1.0), 100), "a percentile is above 0 and below 100, found 100.0");
        assertBeyond(capacity(Map.of("w", 1.0), Double.NaN), "a percentile is above 0 and below 100, found NaN");
    }

    private static Load recorded(List<Long> instants) {
        return open(Map.of("w", Rate.constant(5, TIME)), new Arrivals.Recorded(Map.of("w", instants)));
    }

    private static Load capacity(Map<String, Double> shares, double percentile) {
        return new Load.Capacity(
                shares, 1, 10, POISSON, TIME, Optional.of(new Promise(percentile, "w", Duration.ofMillis(5))));
    }

    private static Load open(Rate rate) {
        return open(Map.of("w", rate));
    }

    private static Load open(Map<String, Rate> rates) {
        return open(rates, POISSON);
    }

    private static Load open(Map<String, Rate> rates, Arrivals arrivals) {
        return new Load.Open(rates, Optional.empty(), arrivals, TIME, Map.of(), Optional.empty());
    }

    private static void assertBeyond(Load load, String message) {
        var workload = new Workload(List.of(new WorkClass("w", 1, List.of())), load);
        assertThatThrownBy(() -> OpenLoadBounds.check(workload))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
