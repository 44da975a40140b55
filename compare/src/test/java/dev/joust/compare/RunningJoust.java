package dev.joust.compare;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A running {@code joust}. Closing it kills the process.
 *
 * @param output the file of its standard output and standard error
 * @param limit how long it may take to end
 */
record RunningJoust(Process process, Path output, Duration limit) implements AutoCloseable {

    long pid() {
        return process.pid();
    }

    /** Sends a signal, by name. */
    void signal(String name) throws IOException, InterruptedException {
        kill(name, Long.toString(pid()));
    }

    /** Sends a signal to all processes of its group, as a terminal does on Ctrl-C. It leads a group of its own. */
    void signalGroup(String name) throws IOException, InterruptedException {
        kill(name, "-" + pid());
    }

    private static void kill(String signal, String target) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + signal, "--", target).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Waits for its end and returns its exit status. */
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(limit.toSeconds(), SECONDS))
                .as(() -> "ended in time; its output so far: " + said())
                .isTrue();
        return process.exitValue();
    }

    /** Its output so far. */
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
