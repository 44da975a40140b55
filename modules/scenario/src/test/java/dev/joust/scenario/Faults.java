package dev.joust.scenario;

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

    private Faults() {}
}
