package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Claim.Ties;
import dev.joust.scenario.Load.Batch;
import dev.joust.scenario.Load.Closed;
import dev.joust.scenario.Metric.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScenarioFileTest {
    private final ScenarioFile reader = new ScenarioFile(Faults.MODELS);

    @Test
    void readsEveryKindOfStep() {
        var scenario = reader.parse("all.yaml", """
                scenario: all-steps
                question: Does it read?
                work:
                  everything:
                    - compute: {kernel: mix, cpu: 1.5ms}
                    - native: {kernel: pbkdf2, cpu: 2s}
                    - call: {delay: 20ms}
                    - stream: {bytes: 256kB}
                    - file: {bytes: 1MiB}
                    - sleep: 3us
                    - monitor: 20us
                    - spin: 4ms
                    - payload: {bytes: 8MB}
                load:
                  batch: {units: 3}
                models: [loop]
                metric: makespan
                """);
        assertThat(scenario.workload().classes())
                .containsExactly(new WorkClass(
                        "everything",
                        1,
                        List.of(
                                new Step.Compute(Kernel.MIX, Duration.ofNanos(1_500_000)),
                                new Step.Native(Kernel.PBKDF2, Duration.ofSeconds(2)),
                                new Step.Call(Duration.ofMillis(20), 128),
                                new Step.Stream(256_000),
                                new Step.FileRead(1 << 20),
                                new Step.Sleep(Duration.ofNanos(3_000)),
                                new Step.Monitor(Duration.ofNanos(20_000)),
                                new Step.Spin(Duration.ofMillis(4)),
                                new Step.Payload(8_000_000))));
        assertThat(scenario.workload().needsService()).isTrue();
    }

    @Test
    void readsLoadsArmsClaimsAndControl() {
        var scenario = reader.parse("mixed.yaml", """
                scenario: mixed
                question: Who wins?
                work:
                  calls: {weight: 9, steps: [{call: {delay: 5ms}}]}
                  hog: [{compute: {kernel: sieve, cpu: 50ms}}]
                load:
                  closed: {inFlight: {calls: 8, hog: 1}, for: 2s}
                models:
                  - loop
                  - name: slow
                    model: threads
                    slots: 4
                    cpuFactor: 1.25
                    inFlight: {hog: 3}
                    options: {interval: 5ms}
                metric: throughput of calls
                claims:
                  - claim: loop beats slow by 1.5x
                    because: it does
                    needs: {cores: 2}
                  - claim: loop ties slow within 10 %
                    because: it may
                    metric: response-p50
                control: 5.00x within 3 %
                """);
        assertThat(scenario.workload().load())
                .isEqualTo(new Closed(Map.of("calls", 8, "hog", 1), Duration.ofSeconds(2)));
        assertThat(scenario.workload().load().inFlight(2)).isEqualTo(9);
        assertThat(scenario.arms())
                .containsExactly(
                        Arm.of("loop"),
                        new Arm("slow", "threads", Optional.of(4), 1.25, Map.of("hog", 3), Map.of("interval", "5ms")));
        assertThat(scenario.judging().primary()).isEqualTo(new Metric(Quantity.THROUGHPUT, Optional.of("calls")));
        var claims = scenario.judging().claims();
        assertThat(claims.getFirst().versus()).isEqualTo(new Claim.Versus("loop", "slow", new Beats(1.5)));
        assertThat(claims.getFirst().versus()).hasToString("loop beats slow by 1.5x");
        assertThat(claims.getFirst().cores()).isEqualTo(2);
        assertThat(claims.getFirst().declared()).hasToString("mixed.yaml:18");
        assertThat(claims.getFirst()).hasToString("loop beats slow on throughput of calls by 1.5x");
        assertThat(claims.getLast().versus().relation()).isEqualTo(new Ties(0.1));
        assertThat(claims.getLast()).hasToString("loop ties slow on response-p50 within 10 %");
        assertThat(scenario.judging().control()).contains(new Control.Expects(5, 0.03));
    }

    @Test
    void theShortFormIsTheLongFormOfOneValue() {
        var text = """
                scenario: both
                question: Does it read?
                work:
                  w:
                    - call: {delay: 30ms}
                    - stream: {bytes: 4MB}
                    - file: {bytes: 1MiB}
                    - payload: {bytes: 32MB}
                load:
                  batch: {units: 2 x cores}
                models: [loop]
                metric: makespan
                """;
        var brief = text.replace("{delay: 30ms}", "30ms")
                .replaceAll("\\{bytes: (\\w+)}", "$1")
                .replace("{units: 2 x cores}", "2 x cores");
        assertThat(brief).doesNotContain("{");
        assertThat(reader.parse("both.yaml", brief)).isEqualTo(reader.parse("both.yaml", text));
    }

    @Test
    void aClaimAboutSeveralRivalsIsOneClaimEach() {
        var claims = claims(Faults.GOOD
                .replace("models: [loop, threads]", "models: [loop, threads, {name: more, model: threads}]")
                .replace("loop beats threads", "loop beats [threads, more]"));
        assertThat(claims)
                .extracting(Claim::toString)
                .containsExactly("loop beats threads on makespan by 1.5x", "loop beats more on makespan by 1.5x");
        assertThat(claims).allSatisfy(claim -> {
            assertThat(claim.because()).isEqualTo("it does");
            assertThat(claim.declared()).hasToString("x.yaml:12");
        });
    }

    @Test
    void whatAScenarioNeedsIsForEachClaimThatDoesNotSayOtherwise() {
        var two = Faults.GOOD + "  - {claim: threads ties loop within 5%, because: it may, needs: {cores: 8}}\n";
        assertThat(claims(two)).extracting(Claim::cores).containsExactly(1, 8);
        assertThat(claims("needs: {cores: 4}\n" + two)).extracting(Claim::cores).containsExactly(4, 8);
    }

    @Test
    void anArmCanRunWithoutAClassOfWork() {
        var scenario = reader.parse(
                "x.yaml", Faults.CLOSED.replace("[loop, threads]", "[loop, {model: threads, without: [task]}]"));
        assertThat(scenario.arms().getLast().inFlight()).isEqualTo(Map.of("task", 0));
    }

    private List<Claim> claims(String text) {
        return reader.parse("x.yaml", text).judging().claims();
    }

    @Test
    void aFactorOnCpuWorkScalesNothingElse() {
        var workload = new Workload(
                List.of(new WorkClass(
                        "w",
                        1,
                        List.of(
                                new Step.Compute(Kernel.MIX, Duration.ofMillis(100)),
                                new Step.Monitor(Duration.ofNanos(20_000)),
                                new Step.Sleep(Duration.ofMillis(100))))),
                new Batch(new Load.Count(1, false)));
        assertThat(workload.withCpuTimes(1.25).classes().getFirst().steps())
                .containsExactly(
                        new Step.Compute(Kernel.MIX, Duration.ofMillis(125)),
                        new Step.Monitor(Duration.ofNanos(25_000)),
                        new Step.Sleep(Duration.ofMillis(100)));
    }

    @Test
    void anArmMayHaveOtherNumbersInFlightAndAClassWithoutUnitsIsLeftOut() {
        var calls = new WorkClass("calls", 1, List.of(new Step.Call(Duration.ZERO, 1)));
        var hog = new WorkClass("hog", 1, List.of(new Step.Spin(Duration.ofMillis(5))));
        var workload =
                new Workload(List.of(calls, hog), new Closed(Map.of("calls", 8, "hog", 1), Duration.ofSeconds(1)));
        assertThat(workload.on(arm(Map.of("hog", 4))).load())
                .isEqualTo(new Closed(Map.of("calls", 8, "hog", 4), Duration.ofSeconds(1)));
        assertThat(workload.on(arm(Map.of("hog", 0))))
                .isEqualTo(new Workload(List.of(calls), new Closed(Map.of("calls", 8), Duration.ofSeconds(1))));
        assertThat(workload.on(Arm.of("loop"))).isEqualTo(workload);
    }

    private static Arm arm(Map<String, Integer> inFlight) {
        return new Arm("loop", "loop", Optional.empty(), 1.0, inFlight, Map.of());
    }

    @Test
    void aStatementIsKeptWithItsTruth() {
        var text = Faults.GOOD.replace("work:", "article: {says: threads scale, is: wrong}\nwork:");
        assertThat(reader.parse("x.yaml", text).statement()).contains(new Scenario.Statement("threads scale", false));
        assertThat(reader.parse("x.yaml", Faults.GOOD).statement()).isEmpty();
    }

    @Test
    void aShortenedWorkloadKeepsItsBytes() {
        var workload = new Workload(
                List.of(new WorkClass(
                        "w",
                        1,
                        List.of(
                                new Step.Call(Duration.ofSeconds(1), 77),
                                new Step.Monitor(Duration.ofSeconds(1)),
                                new Step.Sleep(Duration.ofMillis(3))))),
                new Batch(new Load.Count(1, false)));
        assertThat(workload.withStepsOfAtMost(Duration.ofMillis(20))
                        .classes()
                        .getFirst()
                        .steps())
                .containsExactly(
                        new Step.Call(Duration.ofMillis(20), 77),
                        new Step.Monitor(Duration.ofMillis(20)),
                        new Step.Sleep(Duration.ofMillis(3)));
    }
}
