package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.joust.compare.SampleSweeps;
import dev.joust.compare.plan.ConnectionLimits.ArmOnCores;
import dev.joust.compare.plan.ConnectionLimits.PortRange;
import dev.joust.compare.plan.Selection.Chosen;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConnectionLimitsTest {
    private static final List<Step> CALLS = List.of(new Step.Call(Duration.ofMillis(1), 0));
    private static final ConnectionLimits LIMITS =
            new ConnectionLimits(Optional.of(new PortRange(32768, 60999)), Optional.of(1_000_000));

    @Test
    void moreConnectionsThanPortsAreRefusedWithTheArithmetic() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> check(LIMITS, chosen(CALLS, Optional.empty())))
                .withMessage("scenario ports, arm loop: 40,000 units in flight call the service and hold a connection "
                        + "each, but this machine has 28,232 ports for connections (32768 to 60999 in "
                        + "/proc/sys/net/ipv4/ip_local_port_range); have 28,232 in flight at most, or give the arm "
                        + "fewer slots");
    }

    @Test
    void ofASweepTheValueIsNamed() {
        var chosen = chosen(CALLS, Optional.empty());
        var arms = List.of("loop");
        var sweep = new Chosen(
                List.of(SampleSweeps.point("inFlight", 10, arms), SampleSweeps.point("inFlight", 40_000, arms)),
                chosen.notAsked(),
                chosen.unavailable());
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> check(LIMITS, sweep))
                .withMessageStartingWith("scenario sweep at inFlight 40000, arm loop: 40,000 units in flight call");
    }

    @Test
    void moreConnectionsThanOpenFilesAreRefused() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> check(
                        new ConnectionLimits(Optional.empty(), Optional.of(20_000)), chosen(CALLS, Optional.empty())))
                .withMessageContaining(
                        "a process may open 20,000 files here (ulimit -Hn), 256 of them for other things");
    }

    @Test
    void whatHoldsFewerConnectionsRuns() {
        check(LIMITS, chosen(CALLS, Optional.of(1_000)));
        check(LIMITS, chosen(List.of(new Step.Sleep(Duration.ofMillis(1))), Optional.empty()));
        LIMITS.check(chosen(CALLS, Optional.empty()), 2, arm -> 2);
        check(new ConnectionLimits(Optional.empty(), Optional.empty()), chosen(CALLS, Optional.empty()));
    }

    @Test
    void theLimitsAreReadAsTheKernelWritesThem() {
        assertThat(ConnectionLimits.parse("32768\t60999\n", "Max open files            1024   1048576    files \n"))
                .isEqualTo(new ConnectionLimits(Optional.of(new PortRange(32768, 60999)), Optional.of(1_048_576)));
        assertThat(ConnectionLimits.parse("", "Max open files  unlimited  unlimited  files\n"))
                .isEqualTo(new ConnectionLimits(Optional.empty(), Optional.empty()));
    }

    private static void check(ConnectionLimits limits, Chosen chosen) {
        limits.check(chosen, 2, ArmOnCores::inFlight);
    }

    /** Two classes with 20,000 units in flight each. */
    private static Chosen chosen(List<Step> steps, Optional<Integer> slots) {
        var classes = List.of(new WorkClass("a", 1, steps), new WorkClass("b", 1, steps));
        var load = new Load.Closed(Map.of("a", 20_000, "b", 20_000), Duration.ofSeconds(5));
        var arm = new Arm("loop", "vertx-loop", slots, 1.0, Map.of(), Map.of());
        var judging = new Scenario.Judging(
                new Metric(Metric.Quantity.THROUGHPUT, Optional.empty()), List.of(), Optional.empty());
        var scenario = new Scenario(
                "ports",
                "?",
                Optional.empty(),
                new Workload(classes, load),
                Optional.empty(),
                List.of(arm),
                judging,
                Optional.empty());
        return new Chosen(List.of(scenario), List.of(), List.of());
    }
}
