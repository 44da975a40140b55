package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The scenarios that Joust brings along. */
class ScenarioFilesTest {
    /** Their module is not on the path of this one. */
    private static final Map<String, Set<String>> ELSEWHERE =
            Map.of("vertx-loop", Set.of(), "reactor-loop", Set.of(), "gil-loop", Set.of("offload"), "hybrid", Set.of());

    private final ScenarioFiles files = new ScenarioFiles(Path.of("scenarios"), known());

    @Test
    void allOfThemAreRead() {
        assertThat(files.read(List.of()))
                .extracting(Scenario::name)
                .contains("cpu-bound", "io-bound", "mixed", "native-release", "stream", "sleepers");
    }

    @Test
    void eachStatementOfTheArticleHasClaimsAboutCPythonAndAboutItsModels() {
        var stated = files.article().stream()
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

    private static boolean onCPython(Scenario scenario, String arm) {
        return scenario.arm(arm).model().startsWith("cpython-");
    }

    private static Map<String, Set<String>> known() {
        var known = new TreeMap<>(ModelRegistry.found().options());
        known.putAll(ELSEWHERE);
        return known;
    }
}
