package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OrphansTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    @Test
    void noWorkerOutlivesAParentThatWasKilled() throws Exception {
        List<String> words =
                new ArrayList<>(WorkerCommand.of(DoomedParent.class).words());
        words.add(folder.toString());
        var parent = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Long> workers;
        try (BufferedReader out = parent.inputReader(StandardCharsets.UTF_8)) {
            workers =
                    Arrays.stream(out.readLine().split(" ")).map(Long::valueOf).toList();
        } finally {
            parent.destroyForcibly();
        }
        assertThat(workers).hasSize(2);
        for (long pid : workers) {
            await().atMost(TIMEOUT).until(() -> hasEnded(pid));
        }
    }

    /** Ended, or a zombie: in a container there may be no process that reaps orphans. */
    private static boolean hasEnded(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isEmpty();
    }
}
