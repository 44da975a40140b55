package dev.joust.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A scenario without faults, which each test spoils in one place. */
final class Faults {
    /** The models that the scenario may name, with their options. */
    static final Map<String, Set<String>> MODELS = Map.of("loop", Set.of(), "threads", Set.of("interval", "forced"));

    static final String GOOD = """
            scenario: good
            question: Who wins?
            work:
              task:
                - compute: {kernel: mix, cpu: 10ms}
                - call: {delay: 20ms, bytes: 128}
            load:
              batch: {units: 4}
            models: [loop, threads]
            metric: makespan
            claims:
              - claim: loop beats threads by 1.5x
                because: it does
            """;

    /** The same under a closed load of two classes of work. */
    static final String CLOSED = GOOD.replace("  task:", "  calls: [{sleep: 1ms}]\n  task:")
            .replace("batch: {units: 4}", "closed: {inFlight: {calls: 1, task: 1}, for: 1s}")
            .replace("makespan", "throughput");

    /** The same two classes of work under an open load. */
    static final String OPEN = CLOSED.replace("closed: {inFlight: {calls: 1, task: 1}, for: 1s}", """
                    open:
                        rate: {calls: 100/s, task: 2/s}
                        arrivals: poisson
                        for: 10s
                        deadline: {calls: 25ms}
                        timeout: 2s""")
            .replace("throughput", "goodput of calls");

    /** A search for their capacity. */
    static final String CAPACITY = CLOSED.replace(
                    "closed: {inFlight: {calls: 1, task: 1}, for: 1s}",
                    "capacity: {between: 10/s .. 5000/s, for: 2s, promise: {p99 of calls: 25ms}}")
            .replace("throughput", "slo-capacity");

    /** One of each load. */
    static final List<String> ALL = List.of(GOOD, CLOSED, OPEN, CAPACITY);

    private Faults() {}
}
