package dev.joust.compare.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts in a home on this machine. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "they are scripts of a shell")
final class RemoteScriptsTest {
    private static final String SHA256 = "0123abc";

    @TempDir
    private Path folder;

    private final RemoteScripts scripts = new RemoteScripts(SHA256);
    private Path kept;
    private Path tar;

    @BeforeEach
    void packADistribution() throws Exception {
        kept = Files.createDirectories(folder.resolve("home/.cache/joust"));
        var sent = Files.createDirectory(folder.resolve("sent"));
        Files.writeString(sent.resolve("lib"), "mine\n");
        Files.writeString(sent.resolve(SentDistribution.MARK), "");
        tar = new TarFile(folder.resolve("sent.tar"))
                .pack(List.of("-C", sent.toString(), "lib", SentDistribution.MARK));
    }

    @Test
    void aDistributionTakesItsPlaceOnceItIsWhole() throws Exception {
        assertThat(run(scripts.receive("part-1"))).isZero();
        assertThat(kept.resolve(SHA256 + "/lib")).hasContent("mine");
        assertThat(names(kept)).containsExactly(SHA256);
    }

    @Test
    void theDistributionOfASenderThatWasFasterStaysAsItIs() throws Exception {
        var finished = kept.resolve(SHA256);
        program("mv", String.format(Locale.ROOT, """
                #!/bin/sh
                # another sender has renamed its own just before
                mkdir %1$s
                echo theirs > %1$s/lib
                touch %1$s/%2$s
                exec /bin/mv "$@"
                """, finished, SentDistribution.MARK));
        assertThat(run(scripts.receive("part-1"))).isZero();
        assertThat(finished.resolve("lib")).hasContent("theirs");
        assertThat(names(finished)).containsExactly(SentDistribution.MARK, "lib");
        assertThat(names(kept)).containsExactly(SHA256);
    }

    @Test
    void whatIsNotWholeInItsPlaceIsReplaced() throws Exception {
        Files.createDirectories(kept.resolve(SHA256 + "/lib"));
        assertThat(run(scripts.receive("part-1"))).isZero();
        assertThat(kept.resolve(SHA256 + "/lib")).hasContent("mine");
        assertThat(names(kept)).containsExactly(SHA256);
    }

    @Test
    void aRunDeletesWhatBrokenConnectionsHaveLeft() throws Exception {
        for (var name : List.of("run-old", "part-old", "feed5eed")) {
            Files.writeString(Files.createDirectory(kept.resolve(name)).resolve("file"), "");
            Files.setLastModifiedTime(
                    kept.resolve(name), FileTime.from(Instant.now().minus(Duration.ofDays(9))));
        }
        Files.createDirectory(kept.resolve("run-other"));
        assertThat(run(scripts.prepare("run-1"))).isZero();
        assertThat(names(kept)).containsExactly("feed5eed", "run-1", "run-other");
        assertThat(kept.resolve("run-1/lib")).hasContent("mine");
    }

    @Test
    void aHostWithoutFindPreparesARunToo() throws Exception {
        program("find", "#!/bin/sh\nexit 127\n");
        assertThat(run(scripts.prepare("run-1"))).isZero();
        assertThat(kept.resolve("run-1/lib")).hasContent("mine");
    }

    private int run(String script) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", "-c", script)
                .redirectInput(tar.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        return builder.start().waitFor();
    }

    private void program(String name, String text) throws IOException {
        var file =
                Files.writeString(Files.createDirectories(folder.resolve("bin")).resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
