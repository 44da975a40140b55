package dev.joust.cpython;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.trial.ExternalRuntime;
import dev.joust.trial.ExternalRuntime.Launch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(
        value = 120,
        threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // an interrupt does not end a read from a process
final class CPythonTest {
    @TempDir
    private Path folder;

    @Test
    void itIsFoundAsAService() {
        assertThat(ServiceLoader.load(ExternalRuntime.class))
                .singleElement()
                .isInstanceOfSatisfying(CPython.class, cpython -> {
                    assertThat(cpython.name()).isEqualTo("cpython");
                    assertThat(cpython.models())
                            .containsExactlyInAnyOrder("cpython-threads", "cpython-asyncio", "cpython-processes");
                });
    }

    @Test
    void thePythonOnThePathHasAVersion() {
        assertThat(PythonTrial.ready().version()).matches("CPython 3\\.\\d+\\.\\d+( free-threaded)?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "cpython 3.7.16 /usr/bin/python3 | 'py' is CPython 3.7.16; 3.8 or later is needed",
                "cpython 2.7.18 /usr/bin/python  | 'py' is CPython 2.7.18; 3.8 or later is needed",
                "pypy 3.10.14 /usr/bin/pypy3     | no CPython: 'py' is pypy",
                "Snakes are great                | no CPython: asked for its version, 'py' said 'Snakes are great'",
            })
    void anUnusableProgramIsMissingWithAReason(String printed, String reason) {
        assertThat(Interpreter.parse("py", printed)).isEqualTo(new Interpreter.Unusable(reason));
    }

    @Test
    void versionsFrom38OnAreUsableAndTheRealPathIsKept() {
        assertThat(Interpreter.parse("py", "cpython 3.8.0 /opt/my python/bin/python3"))
                .isEqualTo(new Interpreter.Found("/opt/my python/bin/python3", "CPython 3.8.0"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake Python is a shell script")
    void aBuildWithoutTheLockIsCalledOne() throws IOException {
        var fake = folder.resolve("python3");
        Files.writeString(fake, "#!/bin/sh\necho 'cpython 3.14.0t /opt/python3.14t/bin/python'\n");
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwx------"));
        assertThat(new CPython().launch(Optional.of(fake))).isInstanceOfSatisfying(Launch.Available.class, found -> {
            assertThat(found.version()).isEqualTo("CPython 3.14.0 free-threaded");
            assertThat(found.command().getFirst()).isEqualTo("/opt/python3.14t/bin/python");
        });
    }

    @Test
    void theQuestionAsksForTheBuild() throws IOException {
        var python = PythonTrial.ready().command().getFirst();
        var asked = new ProcessBuilder(python, "-c", "import sys; sys.abiflags = 't'; " + Interpreter.QUESTION).start();
        assertThat(asked.inputReader().readLine()).matches("cpython 3\\.\\d+\\.\\d+t .+");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake Python is a shell script")
    void aProgramThatIsNotPythonIsMissingWithItsOutput() throws IOException {
        var fake = folder.resolve("python3");
        Files.writeString(fake, "#!/bin/sh\necho 'I am a teapot'\n");
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwx------"));
        assertThat(new CPython().launch(Optional.of(fake)))
                .isEqualTo(new Launch.Missing(String.format(
                        Locale.ROOT, "no CPython: asked for its version, '%s' said 'I am a teapot'", fake)));
    }

    @Test
    void aProgramThatDoesNotExistIsMissingByName() {
        var nowhere = folder.resolve("python9");
        assertThat(new CPython().launch(Optional.of(nowhere)))
                .isInstanceOfSatisfying(Launch.Missing.class, missing -> assertThat(missing.reason())
                        .startsWith(String.format(Locale.ROOT, "no CPython: '%s' cannot be started", nowhere)));
    }

    @Test
    void aFolderWithinAJarIsAnEntryOfPythonsPath() {
        assertThat(Sources.path("jar:file:/a%20b/joust-cpython.jar!/dev/joust/cpython/joust/main.py"))
                .isEqualTo(Path.of("/a b/joust-cpython.jar/dev/joust/cpython").toString());
        assertThat(Sources.path("file:/a%20b/classes/dev/joust/cpython/joust/main.py"))
                .isEqualTo(Path.of("/a b/classes/dev/joust/cpython").toString());
        assertThatThrownBy(() -> Sources.path("jrt:/joust/dev/joust/cpython/joust/main.py"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("jrt:");
    }

    @ParameterizedTest
    @CsvSource({"fork", "spawn"})
    void aJarWorksLikeAFolder(String start) throws Exception {
        var jar = jarOf(Path.of(Sources.path()));
        var place = jar.resolve("dev/joust/cpython").toString();
        var command = PythonTrial.ready().command().stream()
                .map(word -> word.equals(Sources.path()) ? place : word)
                .toList();
        try (var python = PythonTrial.start(command)) {
            assertThat(OrdersIT.lastMessageOfTwoNaps(python, "cpython-processes", start, folder))
                    .isEqualTo("Measured");
        }
    }

    private Path jarOf(Path sources) throws IOException {
        var jar = folder.resolve("my joust.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(sources.resolve("joust"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".py")).toList()) {
                out.putNextEntry(new JarEntry("dev/joust/cpython/" + sources.relativize(file)));
                try (InputStream in = Files.newInputStream(file)) {
                    in.transferTo(out);
                }
            }
        }
        return jar;
    }
}
