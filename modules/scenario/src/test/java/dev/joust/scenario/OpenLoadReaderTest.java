package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.scenario.Rate.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenLoadReaderTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String RATE = "rate: {calls: 100/s, task: 2/s}";

    private final ScenarioFile reader = new ScenarioFile(Faults.MODELS);

    @Test
    void eachClassHasItsRateAndItsDeadline() {
        var time = Duration.ofSeconds(10);
        assertThat(open(Faults.OPEN))
                .isEqualTo(new Load.Open(
                        Map.of("calls", Rate.constant(100, time), "task", Rate.constant(2, time)),
                        Optional.empty(),
                        new Arrivals.Poisson(),
                        time,
                        Map.of("calls", Duration.ofMillis(25)),
                        Optional.of(Duration.ofSeconds(2))));
    }

    @Test
    void arrivalsAreThoseOfManyUsersUnlessTheFileSaysOtherwise() {
        assertThat(open(Faults.OPEN.replace("    arrivals: poisson\n", ""))).isEqualTo(open(Faults.OPEN));
        assertThat(open(Faults.OPEN.replace("poisson", "uniform")).arrivals()).isEqualTo(new Arrivals.Uniform());
        assertThat(open(Faults.OPEN.replace("poisson", "{bursty: {on: 100ms, off: 400ms}}"))
                        .arrivals())
                .isEqualTo(new Arrivals.Bursty(Duration.ofMillis(100), Duration.ofMillis(400)));
    }

    @Test
    void oneRateIsDividedByTheWeights() {
        var rates = open(weighted("rate: 120/min")).rates();
        assertThat(rates.get("calls").atStart()).isCloseTo(1.5, within(1e-9));
        assertThat(rates.get("task").atStart()).isCloseTo(0.5, within(1e-9));
        assertThat(rates.get("task").length()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aRateMayBeAShareOfACapacity() {
        var load = open(weighted("rate: 7.5 % of own capacity"));
        assertThat(load.share()).contains(new Load.CapacityShare(0.075, true));
        assertThat(load.rates().get("calls").atStart()).isEqualTo(0.75);
        assertThat(load.at(200).rates().get("calls").atStart()).isEqualTo(150);
        assertThat(open(weighted("rate: 200% of capacity")).share()).contains(new Load.CapacityShare(2, false));
    }

    @Test
    void aLoadOfAllOfACapacityOrMoreStartsAtHalfOfItSoThatItsWindowBeginsWithoutAQueue() {
        var twice = open(weighted("rate: 200 % of capacity")).at(400).rates().get("calls");
        assertThat(twice.atStart()).isEqualTo(75);
        assertThat(twice.stages())
                .containsExactly(
                        new Rate.Stage(Duration.ofMillis(1), 75, 300),
                        new Rate.Stage(Duration.ofMillis(9_999), 300, 300));
        assertThat(open(weighted("rate: 100 % of capacity"))
                        .at(200)
                        .rates()
                        .get("calls")
                        .atStart())
                .isEqualTo(75);
        assertThat(open(weighted("rate: 99 % of capacity"))
                        .at(198)
                        .rates()
                        .get("calls")
                        .atStart())
                .isEqualTo(148.5);
    }

    @Test
    void aRateMayHaveStepsAndRamps() {
        var staged = weighted("rate: [{at: 40/s, for: 5s}, {to: 200/s, over: 2s}, {at: 40/s, for: 1s}]")
                .replace("    for: 10s\n", "");
        var load = open(staged);
        assertThat(load.time()).isEqualTo(Duration.ofSeconds(8));
        assertThat(load.rates().get("calls").stages())
                .containsExactly(
                        new Stage(Duration.ofSeconds(5), 30, 30),
                        new Stage(Duration.ofSeconds(2), 30, 150),
                        new Stage(SECOND, 30, 30));
    }

    @Test
    void aClassWithoutStagesKeepsItsRateWhileTheOtherChanges() {
        var staged = Faults.OPEN
                .replace("task: 2/s", "task: [{at: 2/s, for: 1s}, {at: 9/s, for: 1s}]")
                .replace("    for: 10s\n", "");
        var rates = open(staged).rates();
        assertThat(rates.get("calls")).isEqualTo(Rate.constant(100, Duration.ofSeconds(2)));
        assertThat(rates.get("task").highest()).isEqualTo(9);
    }

    @Test
    void oneDeadlineIsThatOfEveryClass() {
        assertThat(open(Faults.OPEN.replace("{calls: 25ms}", "30ms")).deadlines())
                .isEqualTo(Map.of("calls", Duration.ofMillis(30), "task", Duration.ofMillis(30)));
    }

    @Test
    void aSearchForTheCapacityDividesItsRatesByTheWeights() {
        var load = reader.parse("x.yaml", Faults.CAPACITY).workload().load();
        assertThat(load)
                .isEqualTo(new Load.Capacity(
                        Map.of("calls", 0.5, "task", 0.5),
                        10,
                        5000,
                        new Arrivals.Poisson(),
                        Duration.ofSeconds(2),
                        Optional.of(new Promise(99, "calls", Duration.ofMillis(25)))));
    }

    @Test
    void aPromiseOfTheOnlyClassNeedsNoName() {
        var text = Faults.GOOD
                .replace("batch: {units: 4}", "capacity: {between: 0.5/s .. 30/min, for: 2s, promise: {p99.9: 1s}}")
                .replace("30/min", "60/min")
                .replace("makespan", "slo-capacity");
        assertThat(reader.parse("x.yaml", text).workload().load())
                .isInstanceOfSatisfying(Load.Capacity.class, capacity -> {
                    assertThat(capacity.most()).isEqualTo(1);
                    assertThat(capacity.promise()).contains(new Promise(99.9, "task", SECOND));
                });
    }

    @Test
    void recordedArrivalsLieBesideTheScenario(@TempDir Path folder) throws IOException {
        var load = recorded(folder, "seconds,class\n0,calls\n0.25, task\n0.5,calls\n1.5,calls\n", "");
        assertThat(load.arrivals())
                .isEqualTo(new Arrivals.Recorded(
                        Map.of("calls", List.of(0L, 500_000_000L, 1_500_000_000L), "task", List.of(250_000_000L))));
        assertThat(load.time()).isEqualTo(Duration.ofMillis(1501));
        assertThat(load.rates().get("calls").units()).isCloseTo(3, within(1e-9));
        assertThat(load.rates().get("task").units()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aTimeCutsRecordedArrivals(@TempDir Path folder) throws IOException {
        var load = recorded(folder, "0,calls\n0.25,task\n0.5,calls\n1.5,calls\n", "    for: 500ms\n");
        assertThat(load.time()).isEqualTo(Duration.ofMillis(500));
        assertThat(load.arrivals())
                .isEqualTo(new Arrivals.Recorded(Map.of("calls", List.of(0L), "task", List.of(250_000_000L))));
    }

    /** The classes arrive in the same mixture for each model. */
    @Test
    void cpuTimeAndMemoryMayBeThoseOfAllClasses() {
        for (var metric : List.of("cpu-per-unit", "memory")) {
            var scenario = reader.parse("x.yaml", Faults.OPEN.replace("goodput of calls", metric));
            assertThat(scenario.judging().primary()).hasToString(metric);
        }
    }

    private Load.Open recorded(Path folder, String arrivals, String time) throws IOException {
        Files.writeString(folder.resolve("arrivals.csv"), arrivals);
        var file = Files.writeString(
                folder.resolve("x.yaml"),
                Faults.OPEN
                        .replace("    " + RATE + "\n", "")
                        .replace("    for: 10s\n", time)
                        .replace("poisson", "{recorded: arrivals.csv}"));
        return (Load.Open) reader.read(file).workload().load();
    }

    private static String weighted(String rate) {
        return Faults.OPEN
                .replace("calls: [{sleep: 1ms}]", "calls: {weight: 3, steps: [{sleep: 1ms}]}")
                .replace(RATE, rate);
    }

    private Load.Open open(String text) {
        return (Load.Open) reader.parse("x.yaml", text).workload().load();
    }
}
