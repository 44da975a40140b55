package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scenario whose one value is a list is a family of scenarios. */
final class SweepTest {
    private static final int CORES = 2;

    private static final String SHARE = """
            scenario: cross
            question: Who wins?
            work:
              unit: {time: 20ms, cpuShare: [0 %, 50 %, 100 %], kernel: mix}
            load:
              closed: {inFlight: 4, for: 1s}
            models: [loop, threads]
            metric: throughput
            claims:
              - claim: loop ties threads within 10 %
                because: both wait
                at: 0 %
              - claim: threads beats loop by 1.5x
                because: it has both cores
                at: [50 %, 100 %]
            crossovers:
              - between: [loop, threads]
                predicted: 25 %
                by: 1.05x
                because: one core is full
            """;

    private static final String IN_FLIGHT = Faults.CLOSED.replace("calls: 1, task: 1", "calls: 1, task: [1, 10, 100]");

    private final ScenarioFile reader = new ScenarioFile(Faults.MODELS, CORES);

    private List<Scenario> read(String text) {
        return reader.declared("x.yaml", text).stream()
                .map(DeclaredScenario::scenario)
                .toList();
    }

    @Test
    void eachValueIsAScenarioOfItsOwn() {
        var points = read(IN_FLIGHT);
        assertThat(points).extracting(Scenario::name).containsExactly("good-1", "good-10", "good-100");
        assertThat(points).extracting(Scenario::family).containsOnly("good");
        assertThat(points)
                .extracting(point -> ((Load.Closed) point.workload().load()).inFlight())
                .containsExactly(
                        Map.of("calls", 1, "task", 1), Map.of("calls", 1, "task", 10), Map.of("calls", 1, "task", 100));
        assertThat(points.get(1).point()).contains(new SweepPoint("good", "inFlight of task", 10, "10", List.of()));
    }

    @Test
    void aFileWithoutAListIsOneScenarioUnderItsOwnName() {
        assertThat(read(Faults.GOOD)).singleElement().satisfies(scenario -> {
            assertThat(scenario.name()).isEqualTo("good");
            assertThat(scenario.point()).isEmpty();
        });
    }

    @Test
    void aUnitComputesItsShareOfTheTimeAndCallsForTheRest() {
        assertThat(read(SHARE))
                .extracting(point -> point.workload().classes().getFirst().steps())
                .containsExactly(
                        List.of(new Step.Call(Duration.ofMillis(20), 128)),
                        List.of(
                                new Step.Compute(Kernel.MIX, Duration.ofMillis(10)),
                                new Step.Call(Duration.ofMillis(10), 128)),
                        List.of(new Step.Compute(Kernel.MIX, Duration.ofMillis(20))));
    }

    @Test
    void aClaimIsAskedAtItsValuesAndWithoutThemEverywhere() {
        assertThat(read(SHARE))
                .extracting(point ->
                        point.judging().claims().stream().map(Claim::toString).toList())
                .containsExactly(
                        List.of("loop ties threads on throughput within 10 %"),
                        List.of("threads beats loop on throughput by 1.5x"),
                        List.of("threads beats loop on throughput by 1.5x"));
        assertThat(read(IN_FLIGHT))
                .allSatisfy(point -> assertThat(point.judging().claims()).hasSize(1));
    }

    @Test
    void everyPointKnowsTheExpectedCrossovers() {
        assertThat(read(SHARE))
                .allSatisfy(point -> assertThat(point.point().orElseThrow().crossovers())
                        .containsExactly(new CrossoverClaim(
                                new CrossoverClaim.Between("loop", "threads", 1.05),
                                new CrossoverClaim.Prediction(25, "25 %"),
                                "one core is full",
                                new Claim.Source("x.yaml", 17))));
        assertThat(read(SHARE).getFirst().point().orElseThrow().crossovers().getFirst())
                .hasToString("crossover of loop and threads at 25 %, by 1.05x");
    }

    @Test
    void aListOfCpusLimitsTheTrials() {
        var points = read(Faults.GOOD.replace("models:", "cpus: [0.5, 1, 2]\nmodels:"));
        assertThat(points).extracting(Scenario::name).containsExactly("good-0.5", "good-1", "good-2");
        assertThat(points)
                .extracting(point -> point.pod().flatMap(Pod::cpus))
                .containsExactly(Optional.of(0.5), Optional.of(1.0), Optional.of(2.0));
    }

    @Test
    void aListOfSlotsIsThatOfOneModel() {
        var points = read(Faults.GOOD.replace("[loop, threads]", "[loop, {model: threads, slots: 1..6}]"));
        assertThat(points)
                .extracting(point -> point.arm("threads").slots().orElseThrow())
                .containsExactly(1, 2, 4, 6);
        assertThat(points)
                .allSatisfy(point -> assertThat(point.arm("loop").slots()).isEmpty());
    }

    @Test
    void limitsOfTheCommandLineMakeSweepsOfTheirOwn() {
        var limited = read(SHARE).getFirst().in(new Pod(Optional.of(0.5), Optional.empty()));
        assertThat(limited.name()).isEqualTo("cross-0-0.5cpu");
        assertThat(limited.family()).isEqualTo("cross-0.5cpu");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0..100 %         | 0 %, 20 %, 40 %, 60 %, 80 %, 100 %",
                "10 % .. 20 %     | 10 %, 12 %, 14 %, 16 %, 18 %, 20 %",
                "[5 %, 6.5 %]     | 5 %, 6.5 %",
            })
    void aRangeOfPercentagesHasFiveEqualSteps(String range, String labels) {
        assertThat(read(SHARE.replaceAll("(?s)claims:.*", "").replace("[0 %, 50 %, 100 %]", range)))
                .extracting(point -> point.point().orElseThrow().label())
                .containsExactly(labels.split(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1..16             | 1, 2, 4, 8, 16",
                "1 .. 20           | 1, 2, 4, 8, 16, 20",
                "[1, 2 x cores, 5] | 1, 2 x cores, 5",
            })
    void otherRangesDouble(String range, String labels) {
        assertThat(read(Faults.CLOSED.replace("calls: 1, task: 1", "calls: 1, task: " + range)))
                .extracting(point -> point.point().orElseThrow().label())
                .containsExactly(labels.split(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[0 %, 50 %, 100 %] | [50 %] " + "| x.yaml:4: a sweep of 'cpuShare' takes 2 to 20 values, found 1",
                "[0 %, 50 %, 100 %] | 1 " + "| x.yaml:4: 'cpuShare' must be a percentage, for example 50 %, found '1'",
                "[0 %, 50 %, 100 %] | [50 %, 0 %] "
                        + "| x.yaml:4: the values of a sweep of 'cpuShare' ascend, found '50 %' before '0 %'",
                "[0 %, 50 %, 100 %] | [50 %, 50.0 %] "
                        + "| x.yaml:4: the values of a sweep of 'cpuShare' ascend, found '50 %' before '50.0 %'",
                "[0 %, 50 %, 100 %] | [0 %, half] "
                        + "| x.yaml:4: a sweep of 'cpuShare' needs numbers, with their unit, found 'half'",
                "[0 %, 50 %, 100 %] | [0 %, 50] "
                        + "| x.yaml:4: the values of a sweep of 'cpuShare' have one unit, found '0 %' and '50'",
                "[0 %, 50 %, 100 %] | 100..0 % "
                        + "| x.yaml:4: a range of 'cpuShare' goes from a smaller to a larger value of one unit, such "
                        + "as 1..16 or 0..100 %, found '100..0 %'",
                "[0 %, 50 %, 100 %] | [0 %, 50 %, 100 %, 120 %] "
                        + "| x.yaml:4: 'cpuShare' must be 0 % to 100 %, found '120 %'",
                "inFlight: 4 | inFlight: [1, 4] "
                        + "| x.yaml:4: one value of a scenario may be a list, found 'inFlight' and 'cpuShare'",
                "inFlight: 4 | inFlight: [1, 99999] "
                        + "| x.yaml:4: one value of a scenario may be a list, found 'inFlight' and 'cpuShare'",
                "time: 20ms, | " + "| x.yaml:4: work-by-share needs 'time'; found: cpuShare, kernel",
                "time: 20ms, | `time: 20ms, steps: [{sleep: 1ms}],` "
                        + "| x.yaml:4: unknown key 'steps' in work-by-share; known: weight, time, cpuShare, kernel",
                "at: 0 % | at: 10 % "
                        + "| x.yaml:12: a claim at '10 %', which is no value of the sweep; values: 0 %, 50 %, 100 %",
                "predicted: 25 % | predicted: 100 % "
                        + "| x.yaml:18: a crossover is predicted between the first and the last value of the sweep, "
                        + "found '100 %'; values: 0 %, 50 %, 100 %",
                "predicted: 25 % | predicted: 25 "
                        + "| x.yaml:18: a crossover is predicted between the first and the last value of the sweep, "
                        + "found '25'; values: 0 %, 50 %, 100 %",
                "between: [loop, threads] | between: [loop, loop] "
                        + "| x.yaml:17: a crossover is between two arms, found [loop, loop]",
                "between: [loop, threads] | between: [loop, thread] "
                        + "| x.yaml:17: a crossover of 'thread', which does not run here; running: loop, threads",
                "by: 1.05x | by: 0.5x | x.yaml:19: 'by' takes 1x to 10000x, found '0.5x'",
                "metric: throughput | `metric: throughput\ncontrol: same` "
                        + "| x.yaml:9: a control has no list of values",
            })
    void aComplaintIsOneLine(String from, String to, String complaint) {
        var spoilt = SHARE.replace(from, to == null ? "" : to);
        assertThat(spoilt).isNotEqualTo(SHARE);
        assertThatThrownBy(() -> read(spoilt))
                .isInstanceOf(BadScenarioException.class)
                .hasMessage(complaint);
    }

    @Test
    void aFileWithoutAListRefusesWhatOnlySweepsHave() {
        var single = SHARE.replace("[0 %, 50 %, 100 %]", "50 %");
        var known = "needs a list of values in one of: inFlight, rate, cpus, cpuShare, slots of a model, connections"
                + " and backlog over http";
        assertThatThrownBy(() -> read(single)).hasMessage("x.yaml:17: 'crossovers' " + known);
        assertThatThrownBy(() -> read(single.replaceAll("(?s)crossovers:.*", "")))
                .hasMessage("x.yaml:12: 'at' of a claim " + known);
    }

    @Test
    void aPointFromAStrangersFileHasBounds() {
        var point = read(SHARE).getFirst().point().orElseThrow();
        ScenarioBounds.check(read(SHARE).getFirst());
        var endless = new SweepPoint(
                point.sweep(), point.parameter(), Double.POSITIVE_INFINITY, point.label(), point.crossovers());
        assertThatThrownBy(() -> ScenarioBounds.check(read(SHARE).getFirst().at(endless)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value");
        var nameless = new SweepPoint("", point.parameter(), 1, "x", List.of());
        assertThatThrownBy(() -> ScenarioBounds.check(read(SHARE).getFirst().at(nameless)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theValuesOfABoundedKeyKeepItsBounds() {
        assertThatThrownBy(() -> read(IN_FLIGHT.replace("[1, 10, 100]", "[1, 10, 100000]")))
                .hasMessage("x.yaml:9: 'task' must be 1 to 20000, found '100000'");
    }
}
