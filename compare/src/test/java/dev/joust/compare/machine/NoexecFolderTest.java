package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache and temporary folders permit no programs. Each test mounts its own in a mount namespace. */
final class NoexecFolderTest {
    private static final String NOEXEC = "mount -t tmpfs -o noexec none '%s'";

    @TempDir
    Path cache;

    @TempDir
    Path temporary;

    @Test
    void aCacheFolderWithoutProgramsLosesNoFact() throws Exception {
        assertThat(printed(String.format(Locale.ROOT, NOEXEC, cache)))
                .doesNotContain("not available")
                .contains("readings 1");
    }

    @Test
    void whereNoFolderPermitsProgramsFactsAreNotAvailable() throws Exception {
        assertThat(printed(String.format(Locale.ROOT, NOEXEC, cache) + " && "
                        + String.format(Locale.ROOT, NOEXEC, temporary)))
                .startsWith("processor not available, system not available, ")
                .doesNotContain(" 0 MiB")
                .contains("readings 0");
    }

    @Test
    void aCacheFolderThatIsReadOnlyLosesNoFact() throws Exception {
        assertThat(printed(String.format(Locale.ROOT, "mount -t tmpfs -o ro none '%s'", cache)))
                .doesNotContain("not available")
                .contains("readings 1");
    }

    private String printed(String mounts) throws IOException, InterruptedException {
        assumeTrue(succeeds("unshare", "-m", "mount", "-t", "tmpfs", "none", cache.toString()), "may not mount");
        List<String> words = new ArrayList<>(List.of("unshare", "-m", "sh", "-c", mounts + " && exec \"$@\"", "sh"));
        words.addAll(Waits.java(EnvironmentPrinter.class));
        words.add(words.indexOf("-cp"), "-Djava.io.tmpdir=" + temporary);
        var builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text;
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
