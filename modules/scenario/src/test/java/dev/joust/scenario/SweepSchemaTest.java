package dev.joust.scenario;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reader and JSON Schema accept each form of a sweep. */
final class SweepSchemaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{calls: 1, task: 1} | `{calls: 1, task: [1, 2]}`",
                "{calls: 1, task: 1} | `{calls: 1, task: 1..8}`",
                "slots: 3            | `slots: [1, 3]`",
                "metric: throughput  | `cpus: [0.5, 1]\nmetric: throughput`",
                "metric: throughput  | `cpus: 0.5\nmetric: throughput`",
                "calls: [{sleep: 1ms}] | `calls: {time: 20ms, cpuShare: 0..100 %, kernel: mix}`",
                "calls: [{sleep: 1ms}] | `calls: {weight: 2, time: 20ms, cpuShare: [0 %, 5 %], kernel: mix}`",
            })
    void bothAcceptASweep(String from, String to) {
        ScenarioSchemaTest.assertAccepted(
                ScenarioSchemaTest.spoilt(ScenarioSchemaTest.BOTH, from, to), ScenarioSchemaTest.reader());
    }
}
