package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder in memory is small or read-only, as in a container. Each test mounts its own in a mount namespace. */
final class ShortSharedMemoryTest {
    private static final long TIMEOUT_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void payloadsGoThroughFilesWhereTheFolderInMemoryIsTooSmall() throws Exception {
        assertThat(answers("mount -t tmpfs -o size=1m none /dev/shm")).isEqualTo("right 6 [] files 6.0 pipes null");
    }

    @Test
    void payloadsGoThroughFilesWhereTheFolderInMemoryIsReadOnly() throws Exception {
        assertThat(answers("mount -t tmpfs -o ro none /dev/shm")).isEqualTo("right 6 [] files 6.0 pipes null");
    }

    @Test
    void payloadsGoThroughThePipeWhereNoFolderHasRoom() throws Exception {
        var mounts = String.format(
                Locale.ROOT, "mount -t tmpfs -o ro none /dev/shm && mount -t tmpfs -o size=64k none '%s'", folder);
        assertThat(answers(mounts)).isEqualTo("right 6 [] files null pipes 6.0");
    }

    private String answers(String mounts) throws IOException, InterruptedException {
        assumeTrue(mountsArePermitted(), "this user may not mount in a namespace");
        List<String> words = new ArrayList<>(List.of("unshare", "-m", "sh", "-c", mounts + " && exec \"$@\"", "sh"));
        words.addAll(WorkerCommand.of(PayloadParent.class).words());
        words.add(folder.toString());
        var out = Files.createTempFile("payload-parent", ".out");
        try {
            var parent = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            assertThat(parent.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
            return Files.readString(out, StandardCharsets.UTF_8).strip();
        } finally {
            Files.delete(out);
        }
    }

    private static boolean mountsArePermitted() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-m", "sh", "-c", "mount -t tmpfs none /dev/shm")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
