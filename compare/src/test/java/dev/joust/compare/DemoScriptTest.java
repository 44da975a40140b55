package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demo's container does after its session, with a joust that only ends with a code. */
final class DemoScriptTest {
    private static final String INSTALLED = "/opt/joust/joust";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 11, 12})
    void aJudgedSessionIsServed(int code) throws Exception {
        assertThat(demo(code)).isZero();
        assertThat(folder.resolve("served")).exists();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 70, 126, 127, 137})
    void aFaultIsNotServedAndKeepsItsCode(int code) throws Exception {
        assertThat(demo(code)).isEqualTo(code);
        assertThat(folder.resolve("served")).doesNotExist();
    }

    private int demo(int code) throws Exception {
        assumeThat(Files.isExecutable(Path.of("/bin/sh"))).isTrue();
        var joust = Files.writeString(
                folder.resolve("joust"),
                "#!/bin/sh\nif [ \"$1\" = serve ]; then : > '%s'; exit 0; fi\nexit %d\n"
                        .formatted(folder.resolve("served"), code));
        Files.setPosixFilePermissions(joust, PosixFilePermissions.fromString("rwx------"));
        var script = Files.readString(SourceTree.top().resolve("compare/src/main/docker/demo"));
        assertThat(script).contains(INSTALLED);
        var demo = Files.writeString(folder.resolve("demo"), script.replace(INSTALLED, joust.toString()));
        var process = new ProcessBuilder("/bin/sh", demo.toString()).inheritIO().start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
