package dev.joust.compare.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short programs of the operating system. */
final class ShellProgram {
    private ShellProgram() {}

    /**
     * Runs a program and returns its standard output.
     *
     * @throws IOException when it fails; the message is what it said
     */
    static String run(String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + ": " + said);
        }
        return said;
    }

    /** The same for words that blanks separate. */
    static String run(String words) throws IOException, InterruptedException {
        return run(List.of(words.split(" ")).toArray(String[]::new));
    }
}
