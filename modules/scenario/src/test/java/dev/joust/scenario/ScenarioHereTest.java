package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.scenario.Load.Batch;
import dev.joust.scenario.Load.Closed;
import dev.joust.scenario.Metric.Quantity;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a scenario is on this machine, in this profile, and for each metric. */
final class ScenarioHereTest {
    private final ScenarioFile reader = new ScenarioFile(Faults.MODELS);

    @Test
    void theUnitsOfABatchMayBePerCore() {
        var load = reader.parse("cpu.yaml", Faults.GOOD.replace("units: 4", "units: 2 x cores"))
                .workload()
                .load();
        assertThat(load).isEqualTo(new Batch(new Load.Count(2, true)));
        assertThat(load.inFlight(8)).isEqualTo(16);
    }

    @Test
    void unitsInFlightMayBePerCoreOfTheMachine() {
        var text = Faults.CLOSED
                .replace("task: 1}", "task: 2 x cores}")
                .replace("[loop, threads]", "[loop, {model: threads, inFlight: {calls: 1 x cores}}]");
        var scenario = new ScenarioFile(Faults.MODELS, 8).parse("x.yaml", text);
        assertThat(scenario.workload().load())
                .isEqualTo(new Closed(Map.of("calls", 1, "task", 16), Duration.ofSeconds(1)));
        assertThat(scenario.arms().getLast().inFlight()).isEqualTo(Map.of("calls", 8));
    }

    @Test
    void tooManyUnitsInFlightOnThisMachineAreRefused() {
        var text = Faults.CLOSED.replace("task: 1}", "task: 1000 x cores}");
        assertThatThrownBy(() -> new ScenarioFile(Faults.MODELS, 32).parse("x.yaml", text))
                .isInstanceOf(BadScenarioException.class)
                .hasMessage("x.yaml:9: 'task' must be at most 20000, found '1000 x cores' = 32000 on this machine");
    }

    @Test
    void aScenarioMaySayWhichArmsQuickRuns() {
        assertThat(quick("")).isEmpty();
        assertThat(quick("quick: none\n")).contains(Set.of());
        assertThat(quick("quick: [threads]\n")).contains(Set.of("threads"));
    }

    private Optional<Set<String>> quick(String line) {
        return reader.declared("x.yaml", line + Faults.GOOD).getFirst().quick();
    }

    @Test
    void aScenarioStandsOncePerMetricThatItsClaimsName() {
        var text = Faults.GOOD.replace("work:", "article: {says: threads scale, is: wrong}\nwork:")
                + "  - {claim: threads beats loop by 1x, because: it may, metric: cpu-per-unit}\n"
                + "  - {claim: threads beats loop by 2x, because: it may}\n";
        var scenario = reader.parse("x.yaml", text);
        var ranked = scenario.byMetric();
        assertThat(ranked)
                .extracting(one -> one.judging().primary().quantity())
                .containsExactly(Quantity.MAKESPAN, Quantity.CPU_PER_UNIT);
        assertThat(ranked).allMatch(one -> one.arms().equals(scenario.arms()));
        assertThat(ranked.getFirst().judging().claims()).hasSize(2);
        assertThat(ranked.getFirst().statement()).isPresent();
        assertThat(ranked.getLast().judging().claims())
                .extracting(Claim::toString)
                .containsExactly("threads beats loop on cpu-per-unit by 1x");
        assertThat(ranked.getLast().statement()).isEmpty();
    }
}
