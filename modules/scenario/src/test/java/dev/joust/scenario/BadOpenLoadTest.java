package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an open load or a capacity load cannot be. */
final class BadOpenLoadTest {
    private static final String STAGES = "calls: [%s], task: 2/s}\n#";

    private final ScenarioFile reader = new ScenarioFile(Faults.MODELS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "calls: 100/s | calls: 0/s | x.yaml:10: 'calls' must be above 0/s to 100000/s, found '0/s'",
                "calls: 100/s | calls: 0.0/min | x.yaml:10: 'calls' must be above 0/s to 100000/s, found '0.0/min'",
                "calls: 100/s | calls: -5/s " + "| x.yaml:10: a rate is '120/s', '2.5/s' or '30/min', found '-5/s'",
                "calls: 100/s | calls: 100 | x.yaml:10: a rate is '120/s', '2.5/s' or '30/min', found '100'",
                "calls: 100/s | calls: 100001/s "
                        + "| x.yaml:10: 'calls' must be above 0/s to 100000/s, found '100001/s'",
                "calls: 100/s | calls: 99999999999999999999/s "
                        + "| x.yaml:10: 'calls' must be above 0/s to 100000/s, found '99999999999999999999/s'",
                "{calls: 100/s, task: 2/s} | {calls: 60000/s, task: 60000/s} "
                        + "| x.yaml:10: all classes together arrive at up to 120000/s; at most 100000/s",
                "{calls: 100/s, task: 2/s} | {calls: 100000/s, task: 0.1/s} "
                        + "| x.yaml:10: all classes together arrive at up to 100001/s; at most 100000/s",
                "task: 2/s    | task: 0.05/s | x.yaml:10: 0.50 units of 'task' arrive in 10000ms; at least 1",
                "task: 2/s    | nap: 2/s | x.yaml:10: unknown key 'nap' in rate; known: calls, task",
                "`, task: 2/s` | `` | x.yaml:10: rate needs 'task'; found: calls",
                "rate: {calls: 100/s, task: 2/s} | rate: 0 % of capacity "
                        + "| x.yaml:10: 'share' must be above 0 to 1000%, found 0.0%",
                "rate: {calls: 100/s, task: 2/s} | rate: 1001 % of capacity "
                        + "| x.yaml:10: 'share' must be above 0 to 1000%, found 1001.0%",
                "calls: 100/s | calls: 60 % of capacity "
                        + "| x.yaml:10: a rate is '120/s', '2.5/s' or '30/min', found '60 % of capacity'",
                "    for: 10s |           | x.yaml:10: a rate without stages needs 'for'",
                "for: 10s     | for: 11min  | x.yaml:12: 'for' must be 100ms to 600000ms, found '11min'",
                "    rate: {calls: 100/s, task: 2/s} | "
                        + "| x.yaml:11: open needs 'rate'; found: arrivals, for, deadline, timeout",
                "{calls: 25ms} | {nap: 25ms} | x.yaml:13: unknown key 'nap' in deadline; known: calls, task",
                "{calls: 25ms} | 0s | x.yaml:13: 'deadline' must be 1ms to 60000ms, found '0s'",
                "{calls: 25ms} | {task: 3s} | x.yaml:13: a deadline is not after the timeout, found '3s'",
                "poisson      | recorded arrivals.csv "
                        + "| x.yaml:11: arrivals are poisson, uniform, {bursty: {on: 100ms, off: 400ms}} or "
                        + "{recorded: arrivals.csv}, found 'recorded arrivals.csv'",
                "poisson      | `{bursty: {on: 0ms, off: 400ms}}` "
                        + "| x.yaml:11: 'on' must be 1ms to 60000ms, found '0ms'",
                "poisson      | `{bursty: {on: 100ms, off: 10s}}` "
                        + "| x.yaml:10: a burst and its pause last 10100ms, the load only 10000ms",
                "poisson      | `{bursty: {on: 1ms, off: 2s}}` "
                        + "| x.yaml:10: all classes together arrive at up to 204102/s; at most 100000/s",
                "poisson      | {recorded: a.csv} "
                        + "| x.yaml:11: recorded arrivals 'a.csv' need a scenario that is a file, and lie beside it",
            })
    void aComplaintIsOneLineWithWhatWasFoundAndWhatIsKnown(String from, String to, String message) {
        assertRefused(Faults.OPEN, from, to, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{at: 50/s, for: 5s}, {to: 200/s}` "
                        + "| x.yaml:10: a stage is {at: 50/s, for: 5s} or {to: 200/s, over: 5s}, found: to",
                "`{at: 50/s, over: 5s}` "
                        + "| x.yaml:10: a stage is {at: 50/s, for: 5s} or {to: 200/s, over: 5s}, found: at, over",
                "`{to: 200/s, over: 5s}` "
                        + "| x.yaml:10: the first stage needs its rate, for example {at: 50/s, for: 5s}",
                "`{at: 50/s, for: 0s}` | x.yaml:10: 'for' must be 1ms to 600000ms, found '0s'",
                "`{at: 0/s, for: 1s}` | x.yaml:10: 'at' must be above 0/s to 100000/s, found '0/s'",
                "`{at: 60 % of capacity, for: 1s}` "
                        + "| x.yaml:10: a rate is '120/s', '2.5/s' or '30/min', found '60 % of capacity'",
                "`{at: 5/s, for: 10min}, {to: 9/s, over: 1s}` "
                        + "| x.yaml:10: 'time' must be 100ms to 600000ms, found more",
                "`{at: 500/s, for: 50ms}` | x.yaml:10: 'time' must be 100ms to 600000ms, found 50ms",
                "`` | x.yaml:10: 'calls' needs a list with at least one entry, found an empty list",
            })
    void stagesHaveARateAndALength(String stages, String message) {
        assertRefused(
                Faults.OPEN.replace("    for: 10s\n", ""),
                "calls: 100/s, task: 2/s}",
                STAGES.replace("%s", stages == null ? "" : stages),
                message);
    }

    @Test
    void stagesHaveTheirOwnTime() {
        var stages = "[{at: 5/s, for: 1s}]";
        assertRefused(
                Faults.OPEN,
                "100/s",
                stages,
                "x.yaml:12: 'for' cannot stand beside stages, whose times are the time of the load");
        assertRefused(
                Faults.OPEN.replace("    for: 10s\n", ""),
                "calls: 100/s, task: 2/s",
                "calls: [{at: 5/s, for: 1s}], task: [{at: 5/s, for: 2s}]",
                "x.yaml:10: the stages of 'task' last 2000ms, those of 'calls' 1000ms");
        assertRefused(
                Faults.OPEN.replace("    for: 10s\n", ""),
                "100/s",
                "[" + "{at: 5/s, for: 1ms}, ".repeat(1001) + "]",
                "x.yaml:10: a rate has at most 1000 stages, found 1001");
    }

    @Test
    void theUnitsOfALoadAreBounded() {
        assertRefused(
                Faults.OPEN.replace("for: 10s", "for: 20s"),
                "calls: 100/s",
                "calls: 50000/s",
                "x.yaml:10: 1000040 units arrive in all; at most 1000000");
    }

    @Test
    void burstsInProseAreToldTheirForm() {
        assertThatThrownBy(() -> reader.parse("x.yaml", Faults.OPEN.replace("poisson", "bursty {on: 1ms, off: 2ms}")))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageStartingWith("x.yaml:11: not YAML: ")
                .hasMessageEndingWith("; write 'arrivals: {bursty: {on: 100ms, off: 400ms}}'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "10/s .. 5000/s | 5000/s .. 10/s "
                        + "| x.yaml:9: 'between' goes from a lower rate to a higher one, found '5000/s .. 10/s'",
                "10/s .. 5000/s | 0/s .. 5000/s | x.yaml:9: 'between' must be above 0/s to 100000/s, found '0/s'",
                "10/s .. 5000/s | 10/s .. 200000/s "
                        + "| x.yaml:9: 'between' must be above 0/s to 100000/s, found '200000/s'",
                "10/s .. 5000/s | 5000/s | x.yaml:9: 'between' is '10/s .. 5000/s', found '5000/s'",
                "for: 2s        | for: 300s | x.yaml:9: 1500000 units arrive in all; at most 1000000",
                "for: 2s        | `for: 2s, arrivals: {bursty: {on: 1ms, off: 1s}}` "
                        + "| x.yaml:9: all classes together arrive at up to 5005000/s; at most 100000/s",
                "p99 of calls   | p99 of naps | x.yaml:9: unknown work 'naps' in a promise; known: calls, task",
                "p99 of calls   | p99 | x.yaml:9: unknown work '' in a promise; known: calls, task",
                "p99 of calls   | mean of calls "
                        + "| x.yaml:9: a promise is one percentile and its limit, {p99 of calls: 250ms}, "
                        + "found: mean of calls",
                "p99 of calls   | p0.0 of calls "
                        + "| x.yaml:9: a promise is one percentile and its limit, {p99 of calls: 250ms}, "
                        + "found: p0.0 of calls",
                "p99 of calls   | p100 of calls "
                        + "| x.yaml:9: a promise is one percentile and its limit, {p99 of calls: 250ms}, "
                        + "found: p100 of calls",
                "p99 of calls: 25ms | `p99 of calls: 25ms, p50 of calls: 9ms` "
                        + "| x.yaml:9: a promise is one percentile and its limit, {p99 of calls: 250ms}, "
                        + "found: p99 of calls, p50 of calls",
                "of calls: 25ms | of calls: 0s | x.yaml:9: 'p99 of calls' must be 1ms to 60000ms, found '0s'",
            })
    void aSearchForTheCapacityHasItsOwnRules(String from, String to, String message) {
        assertRefused(Faults.CAPACITY, from, to, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "makespan | throughput, response-p50, response-p99, response-p99.9, goodput, rate-ratio, backlog, "
                        + "recovery, memory-per-unit-in-flight, memory, cpu-per-unit",
                "capacity | throughput, response-p50, response-p99, response-p99.9, goodput, rate-ratio, backlog, "
                        + "recovery, memory-per-unit-in-flight, memory, cpu-per-unit",
            })
    void anOpenLoadHasItsMetrics(String metric, String known) {
        assertRefused(
                Faults.OPEN,
                "goodput of calls",
                metric,
                "x.yaml:16: " + metric + " is not known under this load; known: " + known);
    }

    @Test
    void theOtherLoadsHaveTheirs() {
        assertRefused(
                Faults.GOOD,
                "makespan",
                "backlog",
                "x.yaml:10: backlog is not known under this load; known: makespan, throughput, response-p50,"
                        + " response-p99, response-p99.9, cpu-per-unit");
        assertRefused(
                Faults.CLOSED,
                "metric: throughput",
                "metric: makespan",
                "x.yaml:11: makespan is not known under this load; known: throughput, response-p50, response-p99,"
                        + " response-p99.9, memory-per-unit-in-flight, memory, cpu-per-unit");
        assertRefused(
                Faults.CAPACITY,
                "metric: slo-capacity",
                "metric: response-p50",
                "x.yaml:11: response-p50 is not known under this load; known: capacity, slo-capacity, cpu-per-unit");
    }

    @Test
    void someMetricsAreOfAllClassesOrNeedMore() {
        assertRefused(
                Faults.OPEN,
                "goodput of calls",
                "memory-per-unit-in-flight of calls",
                "x.yaml:16: memory-per-unit-in-flight is that of all classes of work, found"
                        + " 'memory-per-unit-in-flight of calls'");
        assertRefused(
                Faults.CAPACITY,
                ", promise: {p99 of calls: 25ms}",
                "",
                "x.yaml:11: slo-capacity needs a promise, for example promise: {p99: 250ms}");
        assertRefused(
                Faults.OPEN,
                "goodput of calls",
                "recovery of calls",
                "x.yaml:16: recovery needs a rate that rises and falls again, for example"
                        + " [{at: 50/s, for: 5s}, {at: 200/s, for: 1s}, {at: 50/s, for: 5s}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{at: 2/s, for: 5s}, {at: 9/s, for: 5s}", "{at: 9/s, for: 5s}, {at: 2/s, for: 5s}"})
    void aRateThatOnlyRisesOrFallsHasNoRecovery(String stages) {
        assertRefused(
                Faults.OPEN.replace("    for: 10s\n", "").replace("task: 2/s", "task: [" + stages + "]"),
                "goodput of calls",
                "recovery of calls",
                "x.yaml:15: recovery needs a rate that rises and falls again, for example"
                        + " [{at: 50/s, for: 5s}, {at: 200/s, for: 1s}, {at: 50/s, for: 5s}]");
    }

    @Test
    void aSpikeInOneClassIsEnoughForARecovery() {
        var text = Faults.OPEN
                .replace("    for: 10s\n", "")
                .replace("goodput of calls", "recovery of calls")
                .replace("task: 2/s", "task: [{at: 2/s, for: 5s}, {at: 9/s, for: 1s}, {at: 2/s, for: 4s}]");
        assertThat(reader.parse("x.yaml", text).judging().primary().quantity()).isEqualTo(Metric.Quantity.RECOVERY);
    }

    private void assertRefused(String good, String from, String to, String message) {
        var spoilt = ScenarioSchemaTest.spoilt(good, from, to);
        assertThatThrownBy(() -> reader.parse("x.yaml", spoilt))
                .isInstanceOf(BadScenarioException.class)
                .hasMessage(message);
    }
}
