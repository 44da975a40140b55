package dev.joust.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code docs/models.md} against the files of this module. */
final class DocumentationTest {
    private static final Path ROOT = Path.of("../../..");

    /** A fenced block of the page, and the file that the line before it names. */
    record Quote(String file, String text) {}

    @ParameterizedTest
    @MethodSource("quotes")
    void aBlockOfThePageIsTheWholeFileThatItNames(Quote quote) throws IOException {
        assertThat(ROOT.resolve(quote.file())).hasContent(quote.text());
    }

    @Test
    void thePageQuotesTheWholeExample() throws IOException {
        assertThat(quotes())
                .extracting(Quote::file)
                .containsExactly(
                        "modules/rivals/example/pom.xml",
                        "modules/rivals/example/src/main/java/dev/joust/example/Sequential.java",
                        "modules/rivals/example/src/main/resources/META-INF/services/dev.joust.trial.ConcurrencyModel",
                        "modules/rivals/example/src/test/java/dev/joust/example/SequentialTest.java",
                        "modules/rivals/example/sequential.yaml");
    }

    @Test
    void theScenarioOfThePageIsWellFormed() {
        var reader = new ScenarioFile(Map.of("sequential", Set.of(), "platform-threads", Set.of()));
        assertThat(reader.read(Path.of("sequential.yaml")).name()).isEqualTo("sequential");
    }

    /** All fenced blocks but shell commands. */
    static List<Quote> quotes() throws IOException {
        List<Quote> quotes = new ArrayList<>();
        var lines = Files.readAllLines(ROOT.resolve("docs/models.md")).iterator();
        var before = "";
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.startsWith("```")) {
                var text = block(lines);
                if (!line.equals("```sh")) {
                    quotes.add(new Quote(before.replaceAll("^`|`:$", ""), text));
                }
            }
            before = line.isBlank() ? before : line;
        }
        return quotes;
    }

    private static String block(Iterator<String> lines) {
        var text = new StringBuilder();
        for (var line = lines.next(); !line.equals("```"); line = lines.next()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }
}
