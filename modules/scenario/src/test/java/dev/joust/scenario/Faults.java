package dev.joust.scenario;

/** A scenario that is right, to be spoilt in one place by each test. */
final class Faults {
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
              - claim: loop beats threads by 1.5
                because: it does
            """;

    private Faults() {}
}
