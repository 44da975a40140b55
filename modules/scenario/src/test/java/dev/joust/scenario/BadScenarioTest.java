package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every complaint says the file, the line, what was found and what is known. */
final class BadScenarioTest {
    private final ScenarioFile reader = new ScenarioFile(Set.of("loop", "threads"));

    @Test
    void theScenarioThatTheyAreMadeOfIsRight() {
        assertThat(reader.parse("x.yaml", Faults.GOOD).name()).isEqualTo("good");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "delay: 20ms     | delai: 20ms     | x.yaml:6: unknown key 'delai' in call; known: delay, bytes",
                "delay: 20ms,    | `delay: 20ms, delay: 1ms,` | x.yaml:6: key 'delay' stands twice in call",
                "delay: 20ms     | delay: 20       | x.yaml:6: 'delay' must be a duration with a unit (ns, us, ms, s, min), for example 20ms, found '20'",
                "delay: 20ms     | delay: -20ms    | x.yaml:6: 'delay' must be a duration with a unit (ns, us, ms, s, min), for example 20ms, found '-20ms'",
                "delay: 20ms     | delay: 2000s    | x.yaml:6: 'delay' must be 0ms to 60000ms, found '2000s'",
                "bytes: 128      | bytes: 2000 MB  | x.yaml:6: 'bytes' must be 0 to 16777216 bytes, found '2000 MB'",
                "bytes: 128      | bytes: many     | x.yaml:6: 'bytes' must be a size (B, kB, MB, KiB, MiB), for example 256kB, found 'many'",
                "units: 4        | units: -4       | x.yaml:8: 'units' must be 1 to 1000000, found '-4'",
                "units: 4        | units: 0        | x.yaml:8: 'units' must be 1 to 1000000, found '0'",
                "units: 4        | units: 99999999999999999999 | x.yaml:8: 'units' must be at most 1000000, found '99999999999999999999'",
                "kernel: mix     | kernel: mixx    | x.yaml:5: unknown kernel 'mixx'; known: mix, sieve, pbkdf2",
                "compute:        | computation:    | x.yaml:5: unknown key 'computation' in step; known: compute, native, spin, call, stream, file, payload, sleep",
                "batch: {units: 4} | open: {rate: 10} | x.yaml:8: load 'open' cannot be driven yet; known: batch, closed",
                "batch: {units: 4} | {}            | x.yaml:8: 'load' needs keys and values, found nothing",
                "[loop, threads] | [loop, treads]  | x.yaml:9: unknown model 'treads'; known: loop, threads",
                "[loop, threads] | [loop, loop]    | x.yaml:9: 'loop' takes part twice; give the second another name",
                "[loop, threads] | [loop]          | x.yaml:12: a claim about 'threads', which does not run here; running: loop",
                "[loop, threads] | []              | x.yaml:9: 'models' needs a list with at least one entry, found an empty list",
                "metric: makespan | metric: speed  | x.yaml:10: unknown metric 'speed'; known: makespan, throughput, response-p50, response-p99, cpu-per-unit",
                "metric: makespan | metric: throughput of naps | x.yaml:10: unknown work 'naps' in a metric; known: [task]",
                "by 1.5          | by 0.5          | x.yaml:12: 'beats … by' takes 1 to 10000 and 'ties … within' above 0 to 1, found '0.5'",
                "beats threads   | beets threads   | x.yaml:12: a claim is 'X beats Y by 1.5' or 'X ties Y within 0.1', found 'loop beets threads by 1.5'",
                "loop beats threads | loop beats loop | x.yaml:12: a claim needs two arms, found 'loop' on both sides",
                "because: it does | cores: 2       | x.yaml:12: claim needs 'because'; found: claim, cores",
                "[loop, threads] | `[loop, {model: threads, inFlight: {task: 3}}]` | x.yaml:9: 'inFlight' of a model needs a closed load",
                "scenario: good  | scenario: Not Good | x.yaml:1: a scenario's name is lower-case words joined by '-', found 'Not Good'",
                "question: Who wins? | wonder: what | x.yaml:2: unknown key 'wonder' in scenario file; known: scenario, question, article, work, load, models, metric, claims, control",
            })
    void isOneLineWithWhatWasFoundAndWhatIsKnown(String from, String to, String message) {
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
                "{nap: 3}  | x.yaml:9: unknown key 'nap' in inFlight; known: task",
                "{task: -1} | x.yaml:9: 'task' must be 0 to 20000, found '-1'",
                "{task: 0} | x.yaml:9: nothing is in flight for this model",
            })
    void numbersInFlightOfAModelAreOfWorkThatIsThere(String inFlight, String message) {
        var closed = Faults.GOOD
                .replace("batch: {units: 4}", "closed: {inFlight: 4, for: 1s}")
                .replace("[loop, threads]", "[loop, {model: threads, inFlight: " + inFlight + "}]");
        assertThatThrownBy(() -> reader.parse("x.yaml", closed)).hasMessage(message);
    }

    @Test
    void aMetricOfWorkThatAModelHasNothingOfIsRefused() {
        var closed = Faults.GOOD
                .replace("task:", "calls: [{sleep: 1ms}]\n  task:")
                .replace("batch: {units: 4}", "closed: {inFlight: {calls: 1, task: 1}, for: 1s}")
                .replace("[loop, threads]", "[loop, {model: threads, inFlight: {task: 0}}]")
                .replace("metric: makespan", "metric: throughput of task");
        assertThatThrownBy(() -> reader.parse("x.yaml", closed))
                .hasMessage("x.yaml:11: a metric of 'task', of which 'threads' has none in flight");
    }

    @Test
    void whatATextSaysIsRightOrWrong() {
        var text = Faults.GOOD.replace("work:", "article: {says: so, is: maybe}\nwork:");
        assertThatThrownBy(() -> reader.parse("x.yaml", text))
                .hasMessage("x.yaml:3: an article's statement is right or wrong, found 'maybe'");
    }

    @Test
    void anEmptyFileSaysWhatBelongsInIt() {
        assertThatThrownBy(() -> reader.parse("x.yaml", "# nothing\n"))
                .hasMessage(
                        "x.yaml:1: the file is empty; a scenario needs scenario, question, work, load, models, metric");
    }

    @Test
    void whatIsNotYamlSaysWhere() {
        assertThatThrownBy(() -> reader.parse("x.yaml", "scenario: [a\nquestion: }"))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageStartingWith("x.yaml:2: not YAML: ");
    }

    @Test
    void plainTextIsNoScenario() {
        assertThatThrownBy(() -> reader.parse("x.yaml", "hello"))
                .hasMessage("x.yaml:1: 'scenario file' needs keys and values, found 'hello'");
    }

    @Test
    void bytesThatAreNoTextAreNoScenario(@TempDir Path folder) throws IOException {
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
    void twoScenariosOfOneNameAreNamedBoth(@TempDir Path folder) throws IOException {
        var one = Files.writeString(folder.resolve("one.yaml"), Faults.GOOD);
        var two = Files.writeString(folder.resolve("two.yaml"), Faults.GOOD);
        assertThatThrownBy(() -> reader.readAll(List.of(one, two)))
                .hasMessage("%s: scenario 'good' is already declared in %s", two, one);
    }
}
