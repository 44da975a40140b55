package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The committed JSON Schema of traffic profiles accepts and refuses what the reader does. */
final class ProfileSchemaTest {
    private static final Path OWN = Path.of("../../compare/profiles");
    private static final Path COMMITTED = OWN.resolve("profile.schema.json");
    private static final TreeSet<String> MODELS = new TreeSet<>(List.of(
            "gil-loop",
            "gil-threads",
            "hybrid",
            "platform-threads",
            "processes",
            "reactor-loop",
            "vertx-loop",
            "vertx-loops",
            "virtual-threads"));

    /** With {@code -Dscenario.schema.write} this test writes the file in place of comparing it. */
    @Test
    void theCommittedFileIsTheGeneratedOne() throws IOException {
        var generated = new ScenarioSchema(MODELS, "Joust traffic profile", ProfileLanguage.PROFILE).text();
        if (System.getProperty("scenario.schema.write") != null) {
            Files.writeString(COMMITTED, generated);
        }
        assertThat(COMMITTED).hasContent(generated);
    }

    @ParameterizedTest
    @MethodSource("own")
    void bothAcceptEachOfOurOwn(Path file) throws IOException {
        var text = Files.readString(file);
        assertThat(text).startsWith("# yaml-language-server: $schema=profile.schema.json\n");
        assertThat(new ProfileFile(MODELS).parse(file.toString(), text).name() + ".yaml")
                .isEqualTo(file.getFileName().toString());
        assertThat(complaints(text)).isEmpty();
    }

    @Test
    void bothAcceptEveryForm() throws IOException {
        assertThat(complaints(ProfileFileTest.GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "120/s | 120",
                "    rate: 120/s |",
                "compute: 4ms | compute: 4",
                "compute: 4ms | monitor: 4ms",
                "kernel: sieve | kernel: sift",
                "deadline | deadlines",
                "cpus: 2 | cpus: 0",
                "memory: 1g | memory: 1GB",
                "p99 of checkout | p98",
                "[pool] | []",
                "profile: checkout | profile: Check Out",
                "now: | then:",
            })
    void bothRefuse(String from, String to) throws IOException {
        var spoilt = ScenarioSchemaTest.spoilt(ProfileFileTest.GOOD, from, to);
        assertThat(isRead(spoilt)).as("the reader accepts\n%s", spoilt).isFalse();
        assertThat(complaints(spoilt)).as("the schema accepts\n%s", spoilt).isNotEmpty();
    }

    private static boolean isRead(String text) {
        try {
            new ProfileFile(ProfileFileTest.MODELS).parse("x.yaml", text);
            return true;
        } catch (BadScenarioException e) {
            return false;
        }
    }

    private static List<String> complaints(String text) throws IOException {
        var value = new Load(LoadSettings.builder().build()).loadFromString(text);
        var schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(Files.readString(COMMITTED));
        return schema.validate(JsonMapper.builder().build().valueToTree(value)).stream()
                .map(Object::toString)
                .toList();
    }

    static List<Path> own() throws IOException {
        try (var files = Files.list(OWN)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }
}
