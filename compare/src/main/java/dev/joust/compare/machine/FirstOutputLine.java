package dev.joust.compare.machine;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The first line that a command prints, for example {@code python3 --version}. */
public final class FirstOutputLine {
    private FirstOutputLine() {}

    /**
     * Runs the command. Empty when there is none, when it fails, and when it takes longer than the limit; then it is
     * ended.
     */
    public static Optional<String> read(Duration limit, String... command) {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return Optional.empty();
        }
        try (var output = process.inputReader()) {
            process.getOutputStream().close();
            return process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS) && process.exitValue() == 0
                    ? output.lines().findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            ChildProcesses.end(process.toHandle(), ChildProcesses.TERMINATION_LIMIT);
        }
    }
}
