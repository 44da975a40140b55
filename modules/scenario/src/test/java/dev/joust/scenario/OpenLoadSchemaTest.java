package dev.joust.scenario;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed JSON Schema accepts and refuses the open loads and the capacity loads that the reader does. */
final class OpenLoadSchemaTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{rate: 120/s, for: 1s}",
                "{rate: 2.5 / s, for: 1s, arrivals: uniform, deadline: 25ms}",
                "{rate: 90/min, for: 1s, arrivals: poisson, timeout: 1s}",
                "{rate: 60 % of capacity, for: 1s}",
                "{rate: 7.5% of own capacity, for: 1s, arrivals: {bursty: {on: 100ms, off: 400ms}}}",
                "{rate: {task: 2/s}, for: 1s, deadline: {task: 1s}}",
                "{rate: {task: [{at: 50/s, for: 5s}, {to: 200/s, over: 5s}]}}",
                "{rate: [{at: 50/s, for: 5s}, {at: 200/s, for: 1s}, {at: 50/s, for: 5s}]}",
            })
    void bothAcceptEachOpenLoad(String load) {
        var text = Faults.GOOD.replace("batch: {units: 4}", "open: " + load).replace("makespan", "goodput");
        ScenarioSchemaTest.assertAccepted(text, new ScenarioFile(Faults.MODELS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "calls: 100/s,    | calls: 100,",
                "calls: 100/s,    | calls: -100/s,",
                "calls: 100/s,    | `calls: [],`",
                "calls: 100/s,    | `calls: [{at: 50/s, to: 100/s, in: 1s}],`",
                "calls: 100/s,    | `calls: 60 % of capacity,`",
                "for: 10s         | for: 10",
                "for: 10s         | until: 10s",
                "arrivals: poisson | arrivals: random",
                "arrivals: poisson | `arrivals: {bursty: {on: 1ms}}`",
                "arrivals: poisson | `arrivals: {bursty: {on: 1ms, off: 1ms}, recorded: a.csv}`",
                "deadline: {calls: 25ms} | deadline: soon",
                "timeout: 2s      | `timeout: {calls: 2s}`",
                "goodput of calls | good-put",
            })
    void bothRefuseInAnOpenLoad(String from, String to) {
        ScenarioSchemaTest.assertBothRefuse(ScenarioSchemaTest.spoilt(Faults.OPEN, from, to));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "10/s .. 5000/s   | 10/s to 5000/s",
                "10/s .. 5000/s   | 10 .. 5000/s",
                "between:         | from:",
                "`for: 2s, `      |",
                "p99 of calls: 25ms | p99 of calls: 25",
            })
    void bothRefuseInACapacityLoad(String from, String to) {
        ScenarioSchemaTest.assertBothRefuse(ScenarioSchemaTest.spoilt(Faults.CAPACITY, from, to));
    }
}
