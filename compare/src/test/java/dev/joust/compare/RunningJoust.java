package dev.joust.compare;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code joust} under way. Closing it kills it.
 *
 * @param output what it says, on both its outputs
 */
record RunningJoust(Process process, Path output) implements AutoCloseable {
    private static final long LATE_SECONDS = 120;

    long pid() {
        return process.pid();
    }

    /** Sends it a signal by its name. */
    void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Waits for its end, and gives its exit status. */
    int ended() throws InterruptedException {
        assertThat(process.waitFor(LATE_SECONDS, SECONDS))
                .as(() -> "ended in time; so far it said: " + said())
                .isTrue();
        return process.exitValue();
    }

    /** What it has said so far. */
    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
