package dev.joust.compare;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code joust} as a process of its own, from the classes of the tests.
 *
 * @param folder where everything is written that would go elsewhere
 */
record JoustCommand(Path folder) {
    private static final long LATE_SECONDS = 120;

    List<String> words(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Runtimes.java().toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder,
                "-Djoust.home=" + folder,
                "-Djoust.scenarios=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Joust.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs it to its end. */
    Ended run(String... arguments) throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var process = new ProcessBuilder(words(arguments))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(LATE_SECONDS, SECONDS))
                    .as(() -> "ended in time; so far it said: " + text(output))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), text(output));
    }

    /**
     * How it ended.
     *
     * @param said on both its outputs
     */
    record Ended(int status, String said) {}

    private static String text(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
