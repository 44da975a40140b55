package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every complaint says the file, the line, what was found, and what is known. */
final class BadScenarioTest {
    private final ScenarioFile reader = new ScenarioFile(Faults.MODELS);

    @Test
    void theScenarioThatEachTestSpoilsIsRight() {
        assertThat(reader.parse("x.yaml", Faults.GOOD).name()).isEqualTo("good");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "delay: 20ms     | delai: 20ms     | x.yaml:6: unknown key 'delai' in call; known: delay, bytes",
                "delay: 20ms,    | `delay: 20ms, delay: 1ms,` | x.yaml:6: key 'delay' stands twice in call",
                "delay: 20ms     | delay: 20       "
                        + "| x.yaml:6: 'delay' must be a duration with a unit (ns, us, ms, s, min), for example 20ms, "
                        + "found '20'",
                "delay: 20ms     | delay: -20ms    "
                        + "| x.yaml:6: 'delay' must be a duration with a unit (ns, us, ms, s, min), for example 20ms, "
                        + "found '-20ms'",
                "delay: 20ms     | delay: 2000s    | x.yaml:6: 'delay' must be 0ms to 60000ms, found '2000s'",
                "bytes: 128      | bytes: 2000 MB  | x.yaml:6: 'bytes' must be 0 to 16777216 bytes, found '2000 MB'",
                "bytes: 128      | bytes: many     "
                        + "| x.yaml:6: 'bytes' must be a size (B, kB, MB, KiB, MiB), for example 256kB, found 'many'",
                "units: 4        | units: -4       | x.yaml:8: 'units' must be 1 to 1000000, found '-4'",
                "units: 4        | units: 0        | x.yaml:8: 'units' must be 1 to 1000000, found '0'",
                "bytes: 128      | bytes: 18446744073709552kB "
                        + "| x.yaml:6: 'bytes' must be 0 to 16777216 bytes, found '18446744073709552kB'",
                "bytes: 128      | bytes: 17592186044417MiB "
                        + "| x.yaml:6: 'bytes' must be 0 to 16777216 bytes, found '17592186044417MiB'",
                "delay: 20ms     | delay: 99999999999999999999min "
                        + "| x.yaml:6: 'delay' must be 0ms to 60000ms, found '99999999999999999999min'",
                "units: 4        | units: 99999999999999999999 "
                        + "| x.yaml:8: 'units' must be 1 to 1000000, found '99999999999999999999'",
                "kernel: mix | kernel: mixx | x.yaml:5: unknown kernel 'mixx'; known: mix, sieve, pbkdf2, objects",
                "compute:        | computation:    "
                        + "| x.yaml:5: unknown key 'computation' in step; known: compute, native, monitor, spin, "
                        + "call, stream, file, payload, sleep",
                "batch: {units: 4} | open: {rate: 10} "
                        + "| x.yaml:8: a rate is '120/s', '2.5/s' or '30/min', or a share such as '60 % of capacity' "
                        + "or '75 % of own capacity', found '10'",
                "batch: {units: 4} | steady: {rate: 10} "
                        + "| x.yaml:8: unknown key 'steady' in load; known: batch, closed, open, capacity",
                "batch: {units: 4} | {}            | x.yaml:8: 'load' needs keys and values, found nothing",
                "[loop, threads] | [loop, treads]  | x.yaml:9: unknown model 'treads'; known: loop, threads",
                "[loop, threads] | [loop, loop]    | x.yaml:9: 'loop' takes part twice; give the second another name",
                "[loop, threads] | [loop]          "
                        + "| x.yaml:12: a claim about 'threads', which does not run here; running: loop",
                "[loop, threads] | []              "
                        + "| x.yaml:9: 'models' needs a list with at least one entry, found an empty list",
                "metric: makespan | metric: speed  "
                        + "| x.yaml:10: unknown metric 'speed'; known: makespan, throughput, response-p50, "
                        + "response-p99, response-p99.9, goodput, rate-ratio, backlog, recovery, "
                        + "memory-per-unit-in-flight, memory, capacity, slo-capacity, cpu-per-unit",
                "metric: makespan | metric: response-p99-9 "
                        + "| x.yaml:10: unknown metric 'response-p99-9'; known: makespan, throughput, response-p50, "
                        + "response-p99, response-p99.9, goodput, rate-ratio, backlog, recovery, "
                        + "memory-per-unit-in-flight, memory, capacity, slo-capacity, cpu-per-unit",
                "metric: makespan | metric: throughput of naps "
                        + "| x.yaml:10: unknown work 'naps' in a metric; known: [task]",
                "metric: makespan | `quick: [loop, lop]\nmetric: makespan` "
                        + "| x.yaml:10: unknown arm 'lop' in quick; known: loop, threads",
                "metric: makespan | `quick: some\nmetric: makespan` "
                        + "| x.yaml:10: quick takes a list of arms, or none, found 'some'",
                "by 1.5x         | by 0.5x         | x.yaml:12: 'beats … by' takes 1x to 10000x, found '0.5x'",
                "beats threads by 1.5x | ties threads within 0 % "
                        + "| x.yaml:12: 'ties … within' takes above 0 % to 100 %, found '0 %'",
                "beats threads by 1.5x | ties threads within 101% "
                        + "| x.yaml:12: 'ties … within' takes above 0 % to 100 %, found '101 %'",
                "beats threads   | beats [threads   "
                        + "| x.yaml:12: a claim is 'X beats Y by 1.5x' or 'X ties Y within 10 %', "
                        + "found 'loop beats [threads by 1.5x'",
                "by 1.5x         | by some         "
                        + "| x.yaml:12: a claim is 'X beats Y by 1.5x' or 'X ties Y within 10 %', found 'loop beats "
                        + "threads by some'",
                "beats threads   | `beats [threads, threads]` "
                        + "| x.yaml:12: a claim names each rival once, found '[threads, threads]'",
                "beats threads   | `beats [threads, treads]` "
                        + "| x.yaml:12: a claim about 'treads', which does not run here; running: loop, threads",
                "beats threads   | `beats [threads, loop]` "
                        + "| x.yaml:12: a claim needs two arms, found 'loop' on both sides",
                "beats threads   | beets threads   "
                        + "| x.yaml:12: a claim is 'X beats Y by 1.5x' or 'X ties Y within 10 %', found 'loop beets "
                        + "threads by 1.5x'",
                "loop beats threads | loop beats loop | x.yaml:12: a claim needs two arms, found 'loop' on both sides",
                "because: it does | metric: makespan | x.yaml:12: claim needs 'because'; found: claim, metric",
                "because: it does | `because: it does\n    needs: {cores: 0}` "
                        + "| x.yaml:14: 'cores' must be 1 to 1024, found '0'",
                "claims:         | `needs: {memory: 1g}\nclaims:` "
                        + "| x.yaml:11: unknown key 'memory' in needs; known: cores",
                "claims:         | `control: equal\nclaims:` "
                        + "| x.yaml:11: unknown control 'equal'; known: same, slower, or an expected factor such as "
                        + "'5.00x within 3 %'",
                "claims:         | `control: 0.5x within 3 %\nclaims:` "
                        + "| x.yaml:11: a control takes 1x to 10000x within 0.01 % to 100 %, found '0.5x within 3 %'",
                "[loop, threads] | `[loop, {model: threads, slots: 2 x cores}]` "
                        + "| x.yaml:9: 'slots' must be a plain whole number, found '2 x cores'",
                "[loop, threads] | `[loop, {model: threads, cpuFactor: much}]` "
                        + "| x.yaml:9: 'cpuFactor' must be a number, found 'much'",
                "[loop, threads] | `[loop, {model: threads, cpuFactor: 101}]` "
                        + "| x.yaml:9: 'cpuFactor' must be 0.01 to 100.0, found '101'",
                "[loop, threads] | `[loop, {model: threads, name: a b}]` "
                        + "| x.yaml:9: a name is letters, digits, '.', '_' and '-', found 'a b'",
                "[loop, threads] | `[loop, {model: threads, options: {interwal: 1ms}}]` "
                        + "| x.yaml:9: unknown option 'interwal' of threads; known: forced, interval",
                "[loop, threads] | `[{model: loop, options: {interval: 1ms}}, threads]` "
                        + "| x.yaml:9: unknown option 'interval' of loop; known: none",
                "[loop, threads] | `[loop, {model: threads, without: [task]}]` "
                        + "| x.yaml:9: 'without' of a model needs a closed load",
                "[loop, threads] | `[loop, {model: threads, inFlight: {task: 3}}]` "
                        + "| x.yaml:9: 'inFlight' of a model needs a closed load",
                "scenario: good  | scenario: Not Good "
                        + "| x.yaml:1: a scenario's name is lower-case words joined by '-', found 'Not Good'",
                "question: Who wins? | wonder: what "
                        + "| x.yaml:2: unknown key 'wonder' in scenario file; known: scenario, question, article, "
                        + "work, load, over, cpus, models, quick, metric, needs, claims, crossovers, control",
            })
    void aComplaintIsOneLineWithWhatWasFoundAndWhatIsKnown(String from, String to, String message) {
        var spoilt = Faults.GOOD.replace(from, to);
        assertThat(spoilt).isNotEqualTo(Faults.GOOD);
        assertThatThrownBy(() -> reader.parse("x.yaml", spoilt))
                .isInstanceOf(BadScenarioException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inFlight: {nap: 3}  | x.yaml:10: unknown key 'nap' in inFlight; known: calls, task",
                "inFlight: {task: -1} | x.yaml:10: 'task' must be 1 to 20000, found '-1'",
                "without: [nap] | x.yaml:10: unknown work 'nap' in without; known: calls, task",
                "without: [calls, task] | x.yaml:10: nothing is in flight for this model",
                "without: [task], inFlight: {task: 2} | x.yaml:10: 'task' stands twice in 'inFlight' and 'without'",
                "without: [] | x.yaml:10: 'without' needs a list with at least one entry, found an empty list",
            })
    void numbersInFlightOfAModelAreOfWorkThatTheScenarioHas(String key, String message) {
        var spoilt = Faults.CLOSED.replace("[loop, threads]", "[loop, {model: threads, " + key + "}]");
        assertThatThrownBy(() -> reader.parse("x.yaml", spoilt)).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{calls: 1} | x.yaml:9: inFlight needs 'task'; found: calls",
                "4 | x.yaml:9: there are several classes of work, so 'inFlight' needs a number for each: [calls, task]",
            })
    void aClosedLoadHasANumberForEachClassOfWork(String inFlight, String message) {
        var spoilt = Faults.CLOSED.replace("{calls: 1, task: 1}", inFlight);
        assertThatThrownBy(() -> reader.parse("x.yaml", spoilt)).hasMessage(message);
    }

    @Test
    void aMetricOfWorkThatAModelRunsWithoutIsRefused() {
        var closed = Faults.CLOSED
                .replace("[loop, threads]", "[loop, {model: threads, without: [task]}]")
                .replace("metric: throughput", "metric: throughput of task");
        assertThatThrownBy(() -> reader.parse("x.yaml", closed))
                .hasMessage("x.yaml:11: a metric of 'task', which 'threads' runs without");
    }

    @Test
    void cpuTimeOfUnlikeUnitsIsRefused() {
        var sleeping = Faults.CLOSED.replace("metric: throughput", "metric: cpu-per-unit");
        assertThatThrownBy(() -> reader.parse("x.yaml", sleeping))
                .hasMessage("x.yaml:11: cpu-per-unit is known of the class that does not sleep: cpu-per-unit of task");
        reader.parse("x.yaml", sleeping.replace("cpu-per-unit", "cpu-per-unit of task"));
        var busy = sleeping.replace("[{sleep: 1ms}]", "[{call: {delay: 1ms}}]");
        assertThatThrownBy(() -> reader.parse("x.yaml", busy))
                .hasMessage("x.yaml:11: cpu-per-unit needs one class of work: nothing divides the CPU time among"
                        + " [calls, task]");
    }

    @Test
    void aStatementIsRightOrWrong() {
        var text = Faults.GOOD.replace("work:", "article: {says: so, is: maybe}\nwork:");
        assertThatThrownBy(() -> reader.parse("x.yaml", text))
                .hasMessage("x.yaml:3: an article's statement is right or wrong, found 'maybe'");
    }

    @Test
    void anEmptyFileIsToldWhatAScenarioNeeds() {
        assertThatThrownBy(() -> reader.parse("x.yaml", "# nothing\n"))
                .hasMessage(
                        "x.yaml:1: the file is empty; a scenario needs scenario, question, work, load, models, metric");
    }

    @Test
    void textThatIsNoYamlIsRefusedWithItsLine() {
        assertThatThrownBy(() -> reader.parse("x.yaml", "scenario: [a\nquestion: }"))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageStartingWith("x.yaml:2: not YAML: ");
    }

    @Test
    void plainTextIsRefused() {
        assertThatThrownBy(() -> reader.parse("x.yaml", "hello"))
                .hasMessage("x.yaml:1: 'scenario file' needs keys and values, found 'hello'");
    }

    @Test
    void aFileThatIsNoTextIsRefused(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("x.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> reader.read(file)).hasMessage(file + ":1: not YAML: the file is not UTF-8 text");
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> reader.read(folder.resolve("none.yaml")))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageContaining("none.yaml: cannot be read");
    }

    @Test
    void twoFilesWithOneScenarioNameAreBothNamed(@TempDir Path folder) throws IOException {
        var one = Files.writeString(folder.resolve("one.yaml"), Faults.GOOD);
        var two = Files.writeString(folder.resolve("two.yaml"), Faults.GOOD);
        assertThatThrownBy(() -> reader.readAll(List.of(one, two)))
                .hasMessage("%s: scenario 'good' is already declared in %s", two, one);
    }
}
