package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demo's container does around its session, with shell commands in place of joust. */
final class DemoScriptTest {
    private static final String INSTALLED = "/opt/joust/joust";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 11, 12})
    void aJudgedSessionIsServed(int code) throws Exception {
        assertThat(demo("touch run; exit " + code, "echo ready; until [ -e run ]; do :; done; exit 3"))
                .isEqualTo(3);
        assertThat(folder.resolve("calls"))
                .content()
                .startsWith("serve sessions/")
                .contains(" --wait ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 70, 126, 127, 137})
    void aFaultEndsTheServerAndKeepsItsCode(int code) throws Exception {
        assertThat(demo("exit " + code, "trap 'touch ended; exit 143' TERM; echo ready; while :; do :; done"))
                .isEqualTo(code);
        await().untilAsserted(() -> assertThat(folder.resolve("ended")).exists());
    }

    @Test
    void theSessionBeginsOnceTheServerAnswers() throws Exception {
        demo(
                "exit 0",
                "i=0; while [ $i -lt 50000 ]; do i=$((i+1)); done; touch answers; echo ready",
                "[ -e answers ] || touch early");
        assertThat(folder.resolve("answers")).exists();
        assertThat(folder.resolve("early")).doesNotExist();
    }

    @Test
    void aServerThatCannotStartEndsTheDemo() throws Exception {
        assertThat(demo("touch run", "exit 64")).isEqualTo(64);
        assertThat(folder.resolve("run")).doesNotExist();
    }

    private int demo(String run, String serve) throws Exception {
        return demo(run, serve, ":");
    }

    /** Runs the script in the folder, with these commands in place of joust. */
    private int demo(String run, String serve, String beforeRun) throws Exception {
        assumeThat(Files.isExecutable(Path.of("/bin/sh"))).isTrue();
        var joust = Files.writeString(folder.resolve("joust"), """
                #!/bin/sh
                echo "$*" >>calls
                case $1 in
                  serve) %s ;;
                  run) %s; %s ;;
                esac
                """.replaceFirst("%s", quoted(serve))
                .replaceFirst("%s", quoted(beforeRun))
                .replaceFirst("%s", quoted(run)));
        Files.setPosixFilePermissions(joust, PosixFilePermissions.fromString("rwx------"));
        var script = Files.readString(SourceTree.top().resolve("compare/src/main/docker/demo"));
        assertThat(script).contains(INSTALLED);
        var demo = Files.writeString(folder.resolve("demo"), script.replace(INSTALLED, joust.toString()));
        var process = new ProcessBuilder("/bin/sh", demo.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static String quoted(String command) {
        return Matcher.quoteReplacement(command);
    }
}
