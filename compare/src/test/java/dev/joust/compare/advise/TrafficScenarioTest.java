package dev.joust.compare.advise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.plan.Profile;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.Pod;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.ScenarioFile;
import dev.joust.scenario.TrafficProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session measures of a traffic. */
final class TrafficScenarioTest {
    private static final Map<String, Set<String>> MODELS =
            SampleTraffic.MODELS.stream().collect(Collectors.toMap(model -> model, _ -> Set.of()));

    @ParameterizedTest
    @ValueSource(strings = {"checkout", "pure-io", "pure-cpu", "pool-of-two", "nearly-idle"})
    void theFileOfTheSessionHoldsTheSameScenario(String name) {
        assertReadBack(SampleTraffic.own(name));
    }

    @Test
    void everyStepAndNameIsReadBack() {
        assertReadBack(SampleTraffic.of(
                "traffic:",
                "  null: {rate: 2.5/s, steps: [native: 3ms, sleep: 1ms, stream: 1MB, file: 4kB], deadline: 1s}",
                "  1.5: {rate: 20/min, steps: [{compute: {kernel: sieve, cpu: 1500us}}, payload: 1MB]}",
                "want: memory"));
    }

    @Test
    void aSearchForTheCapacityIsReadBack() {
        var asked = assertReadBack(SampleTraffic.of(
                "traffic:",
                "  checkout: {rate: 120/s, steps: [call: 30ms, compute: 4ms], deadline: 250ms}",
                "  thumbnail: {rate: 2/s, steps: [compute: 18ms]}",
                "want: slo-capacity"));
        var load = (Load.Capacity) asked.workload().load();
        assertThat(load.shares().get("checkout")).isEqualTo(60 / 61.0);
        assertThat(load.promise().orElseThrow().of()).isEqualTo("checkout");
        assertThat(load.promise().orElseThrow().limit()).isEqualTo(Duration.ofMillis(250));
        assertThat(load.least()).isEqualTo(12);
        assertThat(load.most()).isEqualTo(1220);
        assertThat(asked.judging().primary()).isEqualTo(new Metric(Quantity.SLO_CAPACITY, Optional.empty()));
    }

    /** 10,000 checkouts in six blocks, and a tenth more, at 120 per second. */
    @Test
    void aTrialIsLongEnoughForItsPercentile() {
        var asked = asked(SampleTraffic.own("checkout"));
        assertThat(asked.trial().time()).isEqualTo(Duration.ofSeconds(16));
        assertThat(asked.metric()).isEqualTo(new Metric(Quantity.RESPONSE_P99, Optional.of("checkout")));
        assertThat(asked.cautions()).isEmpty();
        assertThat(asked.name()).isEqualTo("checkout-2cpu-1g");
        assertThat(asked.pods()).containsExactly(new Pod(Optional.of(2.0), Optional.of(1L << 30)));
    }

    @Test
    void whereThePercentileNeedsTooLongTheMedianIsJudged() {
        var asked = asked(SampleTraffic.one("rate: 20/s, steps: [call: 5ms]"));
        assertThat(asked.metric()).isEqualTo(new Metric(Quantity.RESPONSE_P50, Optional.of("task")));
        assertThat(asked.trial().time()).isEqualTo(Duration.ofSeconds(5));
        assertThat(asked.cautions())
                .containsExactly("response-p99 of task needs 1,834 units per trial, and in 60 s 1,200 arrive: the"
                        + " median is judged instead");
    }

    @Test
    void aRareClassMakesATrialLonger() {
        assertThat(asked(SampleTraffic.of(
                                "traffic:",
                                "  often: {rate: 1000/s, steps: [call: 5ms]}",
                                "  rare: {rate: 0.5/s, steps: [compute: 100ms]}"))
                        .trial()
                        .time())
                .isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void whatIsRuledOutIsNotMeasuredUnlessItRunsNowOrAllIsAsked() {
        assertThat(asked(SampleTraffic.own("checkout")).models()).doesNotContain("vertx-loop", "processes");
        assertThat(asked(SampleTraffic.own("pool-of-two")).models()).contains("processes", "vertx-loop");
        assertThat(asked(SampleTraffic.own("pure-io")).models()).doesNotContain("processes");
        var checkout = SampleTraffic.own("checkout");
        var all = TrafficScenario.of(
                checkout, SampleTraffic.arithmetic(checkout), true, List.copyOf(SampleTraffic.MODELS), 6);
        assertThat(all.models()).contains("vertx-loop").doesNotContain("processes");
    }

    @Test
    void aModelOfAnotherRuntimeIsNotMeasured() {
        var profile = SampleTraffic.of("traffic: {task: {rate: 500/s, steps: [call: 2ms]}}", "now: cpython-threads");
        var onJvm = new ArrayList<>(SampleTraffic.MODELS);
        onJvm.remove("cpython-threads");
        var asked = TrafficScenario.of(profile, SampleTraffic.arithmetic(profile), false, onJvm, 6);
        assertThat(asked.models()).doesNotContain("cpython-threads").contains("gil-threads");
        assertThat(asked.cautions())
                .containsExactly("cpython-threads takes no open load, so it is not measured; its arithmetic is above,"
                        + " and gil-threads has the same lock");
    }

    /** 500/s x 1 s are in flight, more than the usual 200 slots. */
    @Test
    void manyUnitsInFlightGetSlots() {
        var profile = SampleTraffic.one("rate: 500/s, steps: [call: 1s]");
        var scenario = asked(profile).scenario(SampleTraffic.arithmetic(profile));
        assertThat(scenario.arm("virtual-threads").slots()).contains(1000);
        assertThat(SampleTraffic.own("checkout")).satisfies(checkout -> assertThat(asked(checkout)
                        .scenario(SampleTraffic.arithmetic(checkout))
                        .arms())
                .contains(Arm.of("virtual-threads")));
    }

    private static Scenario assertReadBack(TrafficProfile profile) {
        var asked = asked(profile);
        var scenario = asked.scenario(SampleTraffic.arithmetic(profile));
        var text = new ScenarioYaml(scenario).text();
        assertThat(new ScenarioFile(MODELS).parse("traffic.yaml", text))
                .as(text)
                .isEqualTo(scenario);
        return scenario;
    }

    private static TrafficScenario asked(TrafficProfile profile) {
        return TrafficScenario.of(
                profile,
                SampleTraffic.arithmetic(profile),
                false,
                List.copyOf(SampleTraffic.MODELS),
                Profile.QUICK.leastBlocks());
    }
}
