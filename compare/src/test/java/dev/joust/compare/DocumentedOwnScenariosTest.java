package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.plan.ListedScenario;
import dev.joust.compare.plan.ScenarioFiles;
import dev.joust.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table "Which scenario asks my question?" has each of Joust's own scenarios, and says which ones quick runs. */
final class DocumentedOwnScenariosTest {
    private static final Pattern TABLE =
            Pattern.compile("## Which scenario asks my question\\?\n\n(.*?)\n\n", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("`([a-z0-9-]+)`");

    private final List<ListedScenario> own = new ScenarioFiles(
                    SourceTree.top().resolve("compare/scenarios"), DocumentedScenariosTest.models())
            .read(List.of());

    @Test
    void eachScenarioHasItsQuestion() throws IOException {
        assertThat(names(1))
                .containsExactlyInAnyOrderElementsOf(own.stream()
                        .map(ListedScenario::scenario)
                        .map(Scenario::family)
                        .collect(Collectors.toSet()));
    }

    @Test
    void thoseThatQuickRunsAreMarked() throws IOException {
        assertThat(names(2))
                .containsExactlyInAnyOrderElementsOf(own.stream()
                        .filter(listed -> listed.scenario().judging().control().isEmpty())
                        .filter(listed ->
                                listed.quick().map(arms -> !arms.isEmpty()).orElse(true))
                        .map(listed -> listed.scenario().family())
                        .collect(Collectors.toSet()));
    }

    /** The names in a column of the table. */
    private static Set<String> names(int column) throws IOException {
        var page = Files.readString(SourceTree.top().resolve("docs/questions.md"));
        var table = TABLE.matcher(page);
        assertThat(table.find()).isTrue();
        return table.group(1)
                .lines()
                .skip(2)
                .map(row -> row.split("\\|")[column + 1])
                .flatMap(cell -> NAME.matcher(cell).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
