package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Joust's own scenarios, and whose a file is. */
class ScenarioFilesTest {
    /** Models whose modules are not on the class path of these tests. */
    private static final Map<String, Set<String>> ELSEWHERE = Map.of(
            "vertx-loop", Set.of("hop"),
            "vertx-loops", Set.of(),
            "reactor-loop", Set.of(),
            "gil-loop", Set.of("offload"),
            "hybrid", Set.of());

    private final ScenarioFiles files = new ScenarioFiles(Path.of("scenarios"), known());

    @Test
    void allOfThemAreRead() {
        assertThat(files.read(List.of()))
                .allMatch(ListedScenario::own)
                .extracting(listed -> listed.scenario().name())
                .contains("cpu-bound", "io-bound", "mixed", "native-release", "stream", "sleepers");
    }

    @Test
    void eachStatementOfTheArticleHasClaimsAboutCPythonAndAboutItsModels() {
        var stated = files.readArticle().stream()
                .map(ListedScenario::scenario)
                .filter(scenario -> scenario.statement().isPresent())
                .toList();
        assertThat(stated).hasSizeGreaterThanOrEqualTo(10);
        assertThat(stated).allSatisfy(scenario -> {
            var claims = scenario.judging().claims();
            assertThat(claims)
                    .as("%s: claims on CPython", scenario.name())
                    .anyMatch(claim -> onCPython(scenario, claim.versus().arm()));
            assertThat(claims)
                    .as("%s: claims on the JVM", scenario.name())
                    .anyMatch(claim -> !onCPython(scenario, claim.versus().arm()));
        });
    }

    @Test
    void aFileOutsideJoustsFolderIsTheUsers(@TempDir Path folder) throws IOException {
        var copy = Files.copy(Path.of("scenarios", "cpu-bound.yaml"), folder.resolve("mine.yaml"));
        var read = files.read(List.of("io-bound", copy.toString()));
        assertThat(read).extracting(ListedScenario::own).containsExactly(true, false);
        assertThat(files.read(List.of("scenarios/io-bound.yaml")))
                .singleElement()
                .matches(ListedScenario::own, "is Joust's own, also by its path");
    }

    @Test
    void aSweepIsReadByItsNameWithAllItsValues() {
        assertThat(files.read(List.of("in-flight", "cpu-bound")))
                .allMatch(ListedScenario::own)
                .extracting(listed -> listed.scenario().name())
                .containsExactly(
                        "in-flight-1",
                        "in-flight-10",
                        "in-flight-100",
                        "in-flight-1000",
                        "in-flight-10000",
                        "cpu-bound");
    }

    private static boolean onCPython(Scenario scenario, String arm) {
        return scenario.arm(arm).model().startsWith("cpython-");
    }

    private static Map<String, Set<String>> known() {
        var known = new TreeMap<>(ModelRegistry.found().options());
        known.putAll(ELSEWHERE);
        return known;
    }
}
