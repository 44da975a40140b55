package dev.joust.compare;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Control;
import dev.joust.scenario.Kernel;
import dev.joust.scenario.Load;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Rate;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scenarios for tests, each with one class of work, {@code task}. */
public final class SampleScenarios {
    private SampleScenarios() {}

    /** Four units of 150 ms of computation, judged by the makespan. */
    public static Scenario batch(String name, String question, List<String> arms, Claim... claims) {
        return scenario(
                name,
                question,
                new Workload(
                        List.of(new WorkClass(
                                "task", 1, List.of(new Step.Compute(Kernel.MIX, Duration.ofMillis(150))))),
                        new Load.Batch(new Load.Count(4, false))),
                arms,
                new Scenario.Judging(metric(Metric.Quantity.MAKESPAN), List.of(claims), Optional.empty()));
    }

    /** Streams in flight for a second, judged by the throughput. */
    public static Scenario streams(String name, int inFlight, List<String> arms) {
        return scenario(
                name,
                "Which model reads large bodies fastest?",
                new Workload(
                        List.of(new WorkClass("task", 1, List.of(new Step.Stream(256_000)))),
                        new Load.Closed(Map.of("task", inFlight), Duration.ofSeconds(1))),
                arms,
                new Scenario.Judging(metric(Metric.Quantity.THROUGHPUT), List.of(), Optional.empty()));
    }

    /** Calls of 1 ms in flight for a second, judged by this metric. */
    public static Scenario closed(
            String name, int inFlight, Metric.Quantity primary, List<String> arms, Claim... claims) {
        return scenario(
                name,
                "Which model keeps many waiting requests going?",
                new Workload(
                        List.of(new WorkClass("task", 1, List.of(new Step.Call(Duration.ofMillis(1), 128)))),
                        new Load.Closed(Map.of("task", inFlight), Duration.ofSeconds(1))),
                arms,
                new Scenario.Judging(metric(primary), List.of(claims), Optional.empty()));
    }

    /** Calls of 1 ms that arrive for a second, judged by this metric. */
    public static Scenario open(
            String name, double perSecond, Metric.Quantity primary, List<String> arms, Claim... claims) {
        return under(
                new Load.Open(
                        Map.of("task", Rate.constant(perSecond, Duration.ofSeconds(1))),
                        Optional.empty(),
                        new Arrivals.Poisson(),
                        Duration.ofSeconds(1),
                        Map.of(),
                        Optional.empty()),
                closed(name, 1, primary, arms, claims));
    }

    /** Calls of 1 ms that arrive at 50, 200 and 50 per second, judged by the recovery. */
    public static Scenario spike(String name, List<String> arms) {
        var second = Duration.ofSeconds(1);
        var rate = new Rate(List.of(
                new Rate.Stage(second, 50, 50), new Rate.Stage(second, 200, 200), new Rate.Stage(second, 50, 50)));
        return under(
                new Load.Open(
                        Map.of("task", rate),
                        Optional.empty(),
                        new Arrivals.Poisson(),
                        rate.length(),
                        Map.of(),
                        Optional.empty()),
                closed(name, 1, Metric.Quantity.RECOVERY, arms));
    }

    /** The same at a share of a capacity. */
    public static Scenario share(
            String name, Load.CapacityShare share, Metric.Quantity primary, List<String> arms, Claim... claims) {
        return under(
                new Load.Open(
                        Map.of("task", Rate.constant(1, Duration.ofSeconds(1))),
                        Optional.of(share),
                        new Arrivals.Poisson(),
                        Duration.ofSeconds(1),
                        Map.of(),
                        Optional.empty()),
                closed(name, 1, primary, arms, claims));
    }

    /** A search for the capacity, from one to 100,000 calls per second. */
    public static Scenario capacity(String name, List<String> arms, Claim... claims) {
        return under(
                new Load.Capacity(
                        Map.of("task", 1.0),
                        1,
                        100_000,
                        new Arrivals.Poisson(),
                        Duration.ofSeconds(1),
                        Optional.empty()),
                closed(name, 1, Metric.Quantity.CAPACITY, arms, claims));
    }

    private static Scenario under(Load load, Scenario other) {
        return new Scenario(
                other.name(),
                other.question(),
                other.statement(),
                new Workload(other.workload().classes(), load),
                other.pod(),
                other.arms(),
                other.judging(),
                other.point());
    }

    public static Scenario control(String name, Control control) {
        var batch = batch(name, "Does the instrument find what is known?", List.of("one", "other"));
        return scenario(
                name,
                batch.question(),
                batch.workload(),
                List.of("one", "other"),
                new Scenario.Judging(metric(Metric.Quantity.MAKESPAN), List.of(), Optional.of(control)));
    }

    static Metric metric(Metric.Quantity quantity) {
        return new Metric(quantity, Optional.empty());
    }

    public static Claim claim(String arm, String other, Claim.Relation relation, Metric.Quantity quantity, int line) {
        return claim(arm, other, relation, quantity, 1, line);
    }

    public static Claim claim(
            String arm, String other, Claim.Relation relation, Metric.Quantity quantity, int cores, int line) {
        return new Claim(
                new Claim.Versus(arm, other, relation),
                metric(quantity),
                "Each process has a lock of its own, so the cores compute side by side; behind one lock they take"
                        + " turns.",
                cores,
                new Claim.Source("compare/scenarios/cpu-bound.yaml", line));
    }

    private static Scenario scenario(
            String name, String question, Workload workload, List<String> arms, Scenario.Judging judging) {
        return new Scenario(
                name,
                question,
                Optional.empty(),
                workload,
                Optional.empty(),
                arms.stream().map(Arm::of).toList(),
                judging,
                Optional.empty());
    }
}
