package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.scenario.Metric.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The metrics that a workload has are those that the reader accepts. */
final class WorkloadMetricsTest {
    private static final String SPIKE = Faults.OPEN
            .replace(
                    "rate: {calls: 100/s, task: 2/s}",
                    "rate: [{at: 50/s, for: 5s}, {at: 200/s, for: 1s}, {at: 50/s, for: 5s}]")
            .replaceFirst("\n *for: 10s", "");

    private static final String WITHOUT_PROMISE =
            Faults.CAPACITY.replace(", promise: {p99 of calls: 25ms}", "").replace("slo-capacity", "capacity");

    private static final String TWO_BUSY = Faults.CLOSED.replace("sleep: 1ms", "call: 1ms");

    private final ScenarioFile reader = new ScenarioFile(Faults.MODELS);

    static List<String> files() {
        return Stream.concat(Faults.ALL.stream(), Stream.of(SPIKE, WITHOUT_PROMISE, TWO_BUSY))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachMetricOfTheWorkloadIsAcceptedAndNoOther(String file) {
        var workload = reader.parse("x.yaml", file).workload();
        var names = workload.classes().stream().map(WorkClass::name).toList();
        var of = Stream.concat(
                        Stream.of(Optional.<String>empty()),
                        names.size() == 1 ? Stream.of() : names.stream().map(Optional::of))
                .toList();
        for (var quantity : Quantity.values()) {
            for (var name : of) {
                var metric = new Metric(quantity, name);
                var asked = file.replaceFirst("(?s)metric: .*", "metric: " + metric + "\n");
                if (workload.metrics().contains(metric)) {
                    assertThat(reader.parse("x.yaml", asked).judging().primary())
                            .isEqualTo(metric);
                } else if (quantity != Quantity.MAKESPAN) { // that of a class is that of the batch
                    assertThatThrownBy(() -> reader.parse("x.yaml", asked))
                            .as(asked)
                            .isInstanceOf(BadScenarioException.class);
                }
            }
        }
    }

    @Test
    void theyAreThoseOfAllClassesAndOfEach() {
        assertThat(metrics(Faults.GOOD))
                .containsExactly(
                        "makespan", "throughput", "response-p50", "response-p99", "response-p99.9", "cpu-per-unit");
        assertThat(metrics(Faults.CLOSED))
                .startsWith("throughput", "throughput of calls", "throughput of task", "response-p50")
                .contains("memory-per-unit-in-flight", "cpu-per-unit of task")
                .doesNotContain("cpu-per-unit", "cpu-per-unit of calls", "memory-per-unit-in-flight of task");
        assertThat(metrics(SPIKE)).contains("recovery", "recovery of calls");
        assertThat(metrics(Faults.OPEN)).doesNotContain("recovery");
        assertThat(metrics(WITHOUT_PROMISE)).containsExactly("capacity", "cpu-per-unit of task");
        assertThat(metrics(TWO_BUSY)).noneMatch(metric -> metric.startsWith("cpu-per-unit"));
    }

    private List<String> metrics(String file) {
        return reader.parse("x.yaml", file).workload().metrics().stream()
                .map(Metric::toString)
                .toList();
    }
}
