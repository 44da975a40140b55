package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.ScenarioFiles;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Metric;
import dev.joust.scenario.ScenarioFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README and docs say about scenarios is what the reader accepts. */
class DocumentedScenariosTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK =
            Pattern.compile("^```yaml\n(scenario:.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern OPTIONS =
            Pattern.compile("^\\| `([a-z-]+)` \\| (none|(?:`\\w+`(?:, )?)+) \\|$", Pattern.MULTILINE);

    /** The modules of these models are not on the class path of this one. */
    private static final Map<String, Set<String>> ELSEWHERE =
            Map.of("gil-loop", Set.of("interval", "forced", "handoff", "window", "offload"), "hybrid", Set.of());

    /** A scenario in a document. */
    record Example(Path document, String text) {
        @Override
        public String toString() {
            return document + ": " + text.lines().findFirst().orElse("");
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsAccepted(Example example) {
        var scenario = new ScenarioFile(models()).parse(example.document().toString(), example.text());

        assertThat(example.text()).startsWith("scenario: " + scenario.family());
    }

    @Test
    void thePageOfTheLanguageHasExamples() {
        assertThat(examples())
                .filteredOn(example -> example.document().endsWith("scenarios.md"))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void theOptionsOfEachModelAreDocumented() {
        Map<String, Set<String>> documented = new TreeMap<>();
        OPTIONS.matcher(read(page())).results().forEach(row -> documented.put(row.group(1), names(row.group(2))));
        assertThat(models()).containsAllEntriesOf(documented);
        assertThat(documented.keySet()).containsAll(modelsOfOwnScenarios());
    }

    @Test
    void eachMetricIsDocumentedWithItsUnit() {
        assertThat(Metric.Quantity.values()).allSatisfy(metric -> assertThat(read(page()))
                .contains(String.format(
                        Locale.ROOT,
                        "| `%s` | %s | %s |",
                        metric.label(),
                        metric.unit(),
                        metric.lowerIsBetter() ? "lower" : "higher")));
    }

    private static Set<String> modelsOfOwnScenarios() {
        return new ScenarioFiles(Path.of("scenarios"), models())
                .readOwn().stream()
                        .flatMap(scenario -> scenario.arms().stream())
                        .map(Arm::model)
                        .collect(Collectors.toSet());
    }

    private static Set<String> names(String cell) {
        return cell.equals("none")
                ? Set.of()
                : new TreeSet<>(Arrays.asList(cell.replace("`", "").split(", ")));
    }

    static Map<String, Set<String>> models() {
        Map<String, Set<String>> models = new TreeMap<>(ELSEWHERE);
        models.putAll(ModelRegistry.found().options());
        return models;
    }

    private static Path page() {
        return ROOT.resolve("docs/scenarios.md");
    }

    static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (var document : documents()) {
            BLOCK.matcher(read(document))
                    .results()
                    .forEach(block -> examples.add(new Example(document, block.group(1))));
        }
        return examples;
    }

    private static List<Path> documents() {
        try (var docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
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
