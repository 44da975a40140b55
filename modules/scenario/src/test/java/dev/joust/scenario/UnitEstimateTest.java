package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A scenario that asks for a percentile of too few units is told so before it runs. */
final class UnitEstimateTest {
    private static final String P99 = Faults.GOOD.replace("makespan", "response-p99");

    private final ScenarioFile reader = new ScenarioFile(Faults.MODELS);

    @Test
    void aBatchHasTheUnitsThatItSays() {
        assertThat(caution(P99, 2))
                .contains("good: response-p99 needs 1,000 units per trial, and a trial does 4 at best; it will have no"
                        + " value");
        assertThat(caution(P99.replace("units: 4", "units: 1000"), 2)).isEmpty();
    }

    @Test
    void aBatchPerCoreGrowsWithTheCores() {
        var perCore = P99.replace("units: 4", "units: 250 x cores");
        assertThat(caution(perCore, 2).orElseThrow()).contains("a trial does 500 at best");
        assertThat(caution(perCore, 4)).isEmpty();
    }

    @Test
    void aClosedLoadDoesWhatItsWaitsAllow() {
        // 10 ms of computation and 20 ms of waiting: 33 units per second and per unit in flight
        var closed = P99.replace("batch: {units: 4}", "closed: {inFlight: 3, for: 3s}");
        assertThat(caution(closed, 2).orElseThrow()).contains("a trial does 300 at best");
        assertThat(caution(closed.replace("inFlight: 3", "inFlight: 10"), 2)).isEmpty();
    }

    @Test
    void theArmWithTheFewestUnitsInFlightCounts() {
        var closed = P99.replace("batch: {units: 4}", "closed: {inFlight: 100, for: 3s}")
                .replace("[loop, threads]", "[loop, {model: threads, inFlight: {task: 3}}]");
        assertThat(caution(closed, 2).orElseThrow()).contains("a trial does 300 at best");
    }

    @Test
    void onlyUnitsOfTheMetricsClassCount() {
        var two = Faults.CLOSED.replace("calls: 1,", "calls: 10,").replace("throughput", "response-p99 of %s");
        assertThat(caution(String.format(Locale.ROOT, two, "calls"), 2)).isEmpty();
        assertThat(caution(String.format(Locale.ROOT, two, "task"), 2).orElseThrow())
                .contains("response-p99 of task needs 1,000 units per trial, and a trial does 33 at best");
    }

    @Test
    void aUnitThatMayTakeNoTimeHasNoLimit() {
        var closed = P99.replace("batch: {units: 4}", "closed: {inFlight: 1, for: 1s}")
                .replace("    - compute: {kernel: mix, cpu: 10ms}\n", "")
                .replace("call: {delay: 20ms, bytes: 128}", "stream: 4MB");
        assertThat(caution(closed, 2)).isEmpty();
    }

    @Test
    void anOpenLoadHasTheUnitsThatArrive() {
        var open = Faults.OPEN.replace("goodput of calls", "response-p99 of calls");
        assertThat(caution(open.replace("calls: 100/s", "calls: 90/s"), 2).orElseThrow())
                .contains("a trial does 900 at best");
        assertThat(caution(open, 2)).isEmpty();
        assertThat(caution(open.replace("{calls: 100/s, task: 2/s}", "5 % of capacity"), 2))
                .isEmpty();
    }

    @Test
    void theMetricOfAClaimCountsToo() {
        assertThat(caution(Faults.GOOD, 2)).isEmpty();
        assertThat(caution(Faults.GOOD + "    metric: response-p99\n", 2)).isPresent();
    }

    private Optional<String> caution(String text, int cores) {
        return reader.parse("x.yaml", text).caution(cores);
    }
}
