package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The committed JSON Schema accepts and refuses what the reader does. */
final class ScenarioSchemaTest {
    private static final Path OWN = Path.of("../../compare/scenarios");
    private static final Path COMMITTED = OWN.resolve("scenario.schema.json");

    static final String BOTH = Faults.CLOSED
            .replace(
                    "threads]",
                    "{name: t, model: threads, slots: 3, cpuFactor: 1.5, options: {interval: 1ms, forced: false}}]")
            .replace("loop beats threads", "loop beats t");

    /** With {@code -Dscenario.schema.write} this test writes the file in place of comparing it. */
    @Test
    void theCommittedFileIsTheGeneratedOne() throws IOException {
        var generated = new ScenarioSchema(modelsOfOwnScenarios().keySet()).text();
        if (System.getProperty("scenario.schema.write") != null) {
            Files.writeString(COMMITTED, generated);
        }
        assertThat(read(COMMITTED))
                .as("write it with: mvn test -pl modules/scenario -Dtest=ScenarioSchemaTest -Dscenario.schema.write")
                .isEqualTo(generated);
    }

    @ParameterizedTest
    @MethodSource("own")
    void bothAcceptEachOfOurOwn(Path file) {
        var text = read(file);
        assertThat(text)
                .startsWith(
                        "# yaml-language-server: $schema=" + file.getParent().relativize(COMMITTED) + "\n");
        assertAccepted(text, new ScenarioFile(modelsOfOwnScenarios()));
    }

    @Test
    void bothAcceptEveryForm() {
        Faults.ALL.forEach(text -> assertAccepted(text, reader()));
        assertAccepted(BOTH, reader());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call: 2ms",
                "call: {delay: 1.5 s}",
                "call: {delay: 0ms, bytes: 2kB}",
                "native: {kernel: pbkdf2, cpu: 1ms}",
                "stream: 4MB",
                "stream: {bytes: 4096}",
                "file: 1MiB",
                "payload: 100",
                "sleep: 1min",
                "spin: 300us",
                "monitor: 20us",
            })
    void bothAcceptEachStep(String step) {
        assertAccepted(Faults.GOOD.replace("call: {delay: 20ms, bytes: 128}", step), reader());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "question: Who wins? |",
                "question: Who wins? | wonder: what",
                "question: Who wins? | question:",
                "scenario: good   | scenario: Not Good",
                "cpu: 10ms        | cpu: 10",
                "cpu: 10ms        | cpu: 10ms, threads: 2",
                "kernel: mix      | kernel: mixx",
                "- compute:       | - computation:",
                "- call:          | - calls:",
                "delay: 20ms      | delay: -20ms",
                "delay: 20ms, bytes: 128 | bytes: 128",
                "bytes: 128       | bytes: 99999999999",
                "bytes: 128       | bytes: many",
                "{delay: 20ms, bytes: 128} | 20",
                "calls: [{sleep: 1ms}] | calls: []",
                "calls: [{sleep: 1ms}] | `calls: [{sleep: 1ms, call: 1ms}]`",
                "calls: [{sleep: 1ms}] | `calls: {weight: 0, steps: [{sleep: 1ms}]}`",
                "calls: [{sleep: 1ms}] | `calls: {weight: 2}`",
                "calls: [{sleep: 1ms}] | `calls: {time: 20ms, cpuShare: 50, kernel: mix}`",
                "calls: [{sleep: 1ms}] | `calls: {cpuShare: 50 %, kernel: mix}`",
                "slots: 3         | slots: [3]",
                "claims:          | `cpus: 0\nclaims:`",
                "claims:          | `crossovers: [{between: [loop, t]}]\nclaims:`",
                "for: 1s          | for: 1",
                "inFlight: {calls: 1, task: 1} | inFlight: {}",
                "inFlight: {calls: 1, task: 1} | `inFlight: {calls: 0, task: 1}`",
                "inFlight: {calls: 1, task: 1} | `inFlight: {calls: 20001, task: 1}`",
                "closed:          | open:",
                "closed:          | batches:",
                "models:          | `models: []\nmore:`",
                "slots: 3         | slots: none",
                "slots: 3         | slots: 0",
                "slots: 3         | slot: 3",
                "model: threads,  |",
                "cpuFactor: 1.5   | cpuFactor: much",
                "cpuFactor: 1.5   | cpuFactor: 0",
                "cpuFactor: 1.5   | work: 1.5",
                "cpuFactor: 1.5   | without: []",
                "cpuFactor: 1.5   | `inFlight: {task: 0}`",
                "name: t,         | name: a b,",
                "metric: throughput | metric: speed",
                "by 1.5x          | by 1.5",
                "by 1.5x          | within 10 %",
                "beats t by 1.5x  | ties t within 0.25",
                "beats t          | beets t",
                "because: it does | cores: 2",
                "because: it does | because:",
                "claims:          | `needs: {cores: 0}\nclaims:`",
                "claims:          | `needs: {memory: 1}\nclaims:`",
                "claims:          | `control: equal\nclaims:`",
                "claims:          | `control: {times: 5, within: 0.03}\nclaims:`",
                "claims:          | `article: {says: so, is: maybe}\nclaims:`",
                "claims:          | `article: {is: right}\nclaims:`",
            })
    void bothRefuse(String from, String to) {
        assertBothRefuse(spoilt(BOTH, from, to));
    }

    static void assertBothRefuse(String spoilt) {
        assertThat(isRead(spoilt)).as("the reader accepts\n%s", spoilt).isFalse();
        assertThat(schema().validate(json(spoilt)))
                .as("the schema accepts\n%s", spoilt)
                .isNotEmpty();
    }

    /** Names that stand elsewhere in the file, bounds of numbers with a unit, and what models know. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "model: threads   | model: treads",
                "interval: 1ms    | interwal: 1ms",
                "delay: 20ms      | delay: 2000s",
                "bytes: 128       | bytes: 2000 MB",
                "inFlight: {calls: 1, task: 1} | inFlight: 4",
                "metric: throughput | metric: throughput of naps",
                "metric: throughput | metric: makespan",
                "beats t by       | beats threads by",
                "by 1.5x          | by 0.5x",
                "cpuFactor: 1.5   | `without: [nap]`",
            })
    void theReaderAloneRefusesWhatNeedsMoreThanOneValue(String from, String to) {
        var spoilt = spoilt(BOTH, from, to);
        assertThat(isRead(spoilt)).as("the reader accepts\n%s", spoilt).isFalse();
        assertThat(schema().validate(json(spoilt))).isEmpty();
    }

    static String spoilt(String good, String from, String to) {
        var spoilt = good.replace(from, to == null ? "" : to);
        assertThat(spoilt).isNotEqualTo(good);
        return spoilt;
    }

    static void assertAccepted(String text, ScenarioFile reader) {
        assertThat(reader.parse("x.yaml", text)).isNotNull();
        assertThat(schema().validate(json(text))).isEmpty();
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(read(COMMITTED));
    }

    private static boolean isRead(String text) {
        try {
            reader().parse("x.yaml", text);
            return true;
        } catch (BadScenarioException e) {
            return false;
        }
    }

    static ScenarioFile reader() {
        return new ScenarioFile(Faults.MODELS);
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().valueToTree(yaml(text));
    }

    private static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    /** The models that our own files name, each with the options that they give it. */
    private static Map<String, Set<String>> modelsOfOwnScenarios() {
        Map<String, Set<String>> models = new TreeMap<>();
        for (var file : own()) {
            for (var arm : json(read(file)).path("models")) {
                var name =
                        arm.isString() ? arm.stringValue() : arm.path("model").stringValue();
                models.computeIfAbsent(name, _ -> new HashSet<>())
                        .addAll(arm.path("options").propertyNames());
            }
        }
        return models;
    }

    static List<Path> own() {
        try (var files = Files.walk(OWN)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
