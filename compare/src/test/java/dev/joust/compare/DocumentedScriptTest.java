package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of docs/export.md read the table of a session, by the standard library of Python alone. */
final class DocumentedScriptTest {
    private static final Pattern SCRIPT = Pattern.compile("^python3 -c '([^']+)'$", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @BeforeEach
    void pythonIsThere() {
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "python3"))),
                "no python3 on the path");
    }

    @Test
    void theOneOnOneLinePrintsEachTrial() throws Exception {
        assertThat(scripts().getFirst().lines()).hasSize(1);
        assertThat(output(scripts().getFirst())).contains("vertx-loop 1.02", "one 1.0");
    }

    @Test
    void theOtherOnePrintsTheMedianOfEachArm() throws Exception {
        var judged = SampleSession.lab().judgement().scenarios().getFirst();
        var expected = judged.evidence().scenario().arms().stream()
                .map(arm -> String.format(
                        Locale.ROOT,
                        "cpu-bound %s %.4f s",
                        arm.name(),
                        judged.primary().arm(arm.name()).median().orElseThrow()))
                .toList();
        assertThat(output(scripts().get(1))).containsAll(expected).noneMatch(line -> line.startsWith("never-run"));
    }

    private static List<String> scripts() throws IOException {
        var page = Files.readString(SourceTree.top().resolve("docs/export.md"));
        return SCRIPT.matcher(page)
                .results()
                .map(script -> script.group(1).strip())
                .toList();
    }

    private List<String> output(String script) throws IOException, InterruptedException {
        var session = folder.resolve("session");
        SampleSession.lab().save(session);
        var table = folder.resolve("t.csv");
        assertThat(Joust.run("export", session.toString(), "--as", "csv", "--out", table.toString()))
                .isZero();
        var python = new ProcessBuilder("python3", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (var said = python.getInputStream()) {
            var text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(python.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(python.exitValue()).as(text).isZero();
            return text.lines().toList();
        }
    }
}
