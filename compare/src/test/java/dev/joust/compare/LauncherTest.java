package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.joust.compare.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in a distribution without jars, with a java that prints its arguments, one per line. */
final class LauncherTest {
    @TempDir
    private Path folder;

    /** How the launcher ended, and what it printed on both outputs. */
    private record Launched(int status, List<String> lines) {}

    @BeforeEach
    void needsAShell() throws IOException {
        assumeThat(Files.isExecutable(Path.of("/bin/sh")))
                .as("the launcher is a script for /bin/sh, which Windows lacks")
                .isTrue();
        folder = folder.toRealPath();
        executable(folder.resolve("java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    }

    @Test
    void runsTheDistributionBesideIt() throws Exception {
        var top = distribution("joust-1");
        var launched = launch(folder, top.resolve("joust").toString(), "run", "two words");
        assertThat(launched.status()).isZero();
        assertThat(launched.lines())
                .contains(
                        "-Djoust.home=" + top.resolve("target/joust"),
                        "-Djoust.launcher=" + top.resolve("joust"),
                        "-Djoust.scenarios=" + top.resolve("compare/scenarios"))
                .contains("-cp", top.resolve("target/joust/lib") + "/*")
                .endsWith("dev.joust.compare.Joust", "run", "two words");
    }

    @Test
    void atTheTopOfTheSourcesScenariosHaveRelativeNames() throws Exception {
        var top = distribution("joust-1");
        assertThat(launch(top, "./joust").lines()).contains("-Djoust.scenarios=compare/scenarios");
    }

    @Test
    void findsAJdkWithoutAHome() throws Exception {
        var top = distribution("joust-1");
        var jdk = Files.createDirectories(folder.resolve("jdk/bin")).getParent();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        Files.copy(folder.resolve("java"), jdk.resolve("bin/java"), StandardCopyOption.COPY_ATTRIBUTES);
        var launched = launch(
                folder,
                "/usr/bin/env",
                "-u",
                "HOME",
                "-u",
                "JOUST_JAVA",
                "JAVA_HOME=" + jdk,
                top.resolve("joust").toString(),
                "list");
        assertThat(launched.lines()).endsWith("dev.joust.compare.Joust", "list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blanks in it", "50% off", "oh! no", "-dash", "quote's", "$HOME"})
    void aPathMayHoldAnyCharacter(String name) throws Exception {
        var top = distribution(name);
        assertThat(launch(folder, top.resolve("joust").toString()).lines())
                .contains("-Djoust.home=" + top.resolve("target/joust"));
    }

    @Test
    void aFolderThatEndsWithAnExclamationMarkIsRefusedSinceJavaCannotReadJarsThere() throws Exception {
        var top = distribution("oh!");
        assertRefused(launch(folder, top.resolve("joust").toString()), "may end with '!'");
    }

    @Test
    void isFoundThroughRelativeAndAbsoluteLinksOfLinks() throws Exception {
        var top = distribution("joust-1");
        var bin = Files.createDirectories(folder.resolve("usr/bin"));
        Files.createSymbolicLink(bin.resolve("first"), Path.of("../../joust-1/joust"));
        Files.createSymbolicLink(bin.resolve("second"), Path.of("first"));
        Files.createSymbolicLink(folder.resolve("third"), bin.resolve("second"));
        for (var link : List.of("usr/bin/first", "usr/bin/second", "./third")) {
            assertThat(launch(folder, link.startsWith(".") ? link : "./" + link).lines())
                    .as(link)
                    .contains("-Djoust.home=" + top.resolve("target/joust"));
        }
    }

    @Test
    void isFoundThroughALinkOnThePath() throws Exception {
        var top = distribution("joust-1");
        var bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("joust"), Path.of("../joust-1/joust"));
        var launched = launch(folder, "/bin/sh", "-c", "PATH=bin:$PATH; joust list");
        assertThat(launched.lines()).contains("-Djoust.home=" + top.resolve("target/joust"));
    }

    @Test
    void tooFewOpenFilesAreOneLine() throws Exception {
        var top = distribution("joust-1");
        var launched = launch(folder, "/bin/sh", "-c", "ulimit -n 64; '" + top.resolve("joust") + "' list");
        assertRefused(launched, "a process may open only 64 files here");
    }

    @Test
    void theJvmGetsNoFlagsFromTheEnvironmentButLearnsOfThem() throws Exception {
        var top = distribution("joust-1");
        executable(folder.resolve("java"), "#!/bin/sh\nenv | grep -E '(_OPTIONS|DOCKER_HOST)='\n");
        var launched = launch(
                folder,
                "/usr/bin/env",
                "JAVA_TOOL_OPTIONS=-XX:+UseG1GC",
                "_JAVA_OPTIONS=-Da=\"b c\" $(x)",
                "JDK_JAVA_OPTIONS=",
                "JOUST_IGNORED_JDK_JAVA_OPTIONS=-Xint",
                "DOCKER_HOST=",
                top.resolve("joust").toString());
        assertThat(launched.lines())
                .contains(
                        "JOUST_IGNORED_JAVA_TOOL_OPTIONS=-XX:+UseG1GC", "JOUST_IGNORED__JAVA_OPTIONS=-Da=\"b c\" $(x)")
                .noneMatch(line -> line.matches("(JAVA_TOOL|_JAVA|JDK_JAVA|JOUST_IGNORED_JDK_JAVA)_OPTIONS=.*"))
                .noneMatch(line -> line.startsWith("DOCKER_HOST"));
    }

    @Test
    void aJavaThatIsNoProgramOrTooOldIsOneLine() throws Exception {
        var top = distribution("joust-1");
        for (var java : List.of("no-such-java", folder + "/no-such-java", folder.toString())) {
            var launched = launch(
                    folder,
                    "/usr/bin/env",
                    "JOUST_JAVA=" + java,
                    top.resolve("joust").toString());
            assertRefused(launched, "JOUST_JAVA names '" + java + "', which is no program");
        }
        var old = Files.createDirectories(folder.resolve("jdk/bin")).getParent();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        executable(old.resolve("bin/java"), "#!/bin/sh\n");
        var launched = launch(
                folder,
                "/usr/bin/env",
                "JOUST_JAVA=" + old.resolve("bin/java"),
                top.resolve("joust").toString());
        assertRefused(launched, "JOUST_JAVA names a Java 17");
    }

    @Test
    void aFaultOfTheLauncherIsNoVerdict() throws Exception {
        var link = Files.createSymbolicLink(
                folder.resolve("link"), distribution("joust-1").resolve("joust"));
        var bin = Files.createDirectories(folder.resolve("bin"));
        executable(bin.resolve("readlink"), "#!/bin/sh\nexit 2\n");
        var launched = launch(folder, "/bin/sh", "-c", "PATH='" + bin + "':$PATH; '" + link + "' list");
        assertThat(launched.status()).isEqualTo(ExitCode.INTERNAL.number());
        assertThat(launched.lines()).last().asString().startsWith("joust: the launcher failed with code ");
    }

    @Test
    void aDistributionThatIsNotBuiltIsOneLine() throws Exception {
        var top = distribution("joust-1");
        Files.delete(top.resolve("target/joust/lib/joust-compare-1.jar"));
        assertRefused(launch(folder, top.resolve("joust").toString()), "is not whole; build it with: mvn package");
        Files.delete(top.resolve("target/joust/lib"));
        assertRefused(launch(folder, top.resolve("joust").toString()), "is not built; build it with: mvn package");
    }

    private static void assertRefused(Launched launched, String line) {
        assertThat(launched.status()).isEqualTo(ExitCode.USAGE.number());
        assertThat(launched.lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("joust: ")
                .contains(line);
    }

    private Path distribution(String name) throws IOException {
        var top = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(top.resolve("compare/scenarios"));
        Files.createFile(
                Files.createDirectories(top.resolve("target/joust/lib")).resolve("joust-compare-1.jar"));
        executable(top.resolve("joust"), Files.readString(SourceTree.top().resolve("joust")));
        return top;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Launched launch(Path from, String... command) throws IOException, InterruptedException {
        var output = Files.createTempFile(folder, "output", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(from.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("JOUST_JAVA", folder.resolve("java").toString(), "JOUST_COMMIT", "0"));
        builder.environment().remove("JOUST_HOME");
        var process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Launched(process.exitValue(), Files.readAllLines(output));
    }
}
