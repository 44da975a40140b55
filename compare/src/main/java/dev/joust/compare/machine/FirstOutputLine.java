package dev.joust.compare.machine;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a command says in its first line, as {@code python3 --version} does. */
public final class FirstOutputLine {
    private FirstOutputLine() {}

    /** Empty when there is no such command, when it fails, and when it takes longer than that; it is ended then. */
    public static Optional<String> of(Duration limit, String... command) {
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
            ChildProcesses.end(process.toHandle(), ChildProcesses.BOUND);
        }
    }
}
