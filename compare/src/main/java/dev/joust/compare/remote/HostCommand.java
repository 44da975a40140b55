package dev.joust.compare.remote;

import dev.joust.compare.process.OutputLines;
import dev.joust.compare.process.RunningChildren;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A command that runs on a host. Closing it closes the command's standard input, which asks it to end; then it ends the
 * connection. For one thread, but for {@link #pulse}.
 */
final class HostCommand implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HostCommand.class.getName());
    private static final Duration EXIT_GRACE = Duration.ofSeconds(5);
    private static final int MAX_LINES = 1_000;

    private final Process process;
    private final HostLog log;
    private final OutputLines lines;

    HostCommand(Process process, HostLog log) {
        this.process = process;
        this.log = log;
        this.lines = new OutputLines(process.getInputStream());
    }

    /** Closes its standard input. If the command has ended, the next read reports it. */
    void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the command has ended already", e);
        }
    }

    /**
     * Waits for its next line; empty at the end of its output.
     *
     * @throws HostFailure when none comes in that time, or one has no end
     */
    Optional<String> nextLine(Duration limit) throws HostFailure, InterruptedException {
        return next(limit.toNanos(), "it hangs: it printed nothing for %d s", limit);
    }

    /**
     * Waits for its next line.
     *
     * @param late the reason when none comes in that time, with a place for the seconds of the limit
     */
    private Optional<String> next(long nanos, String late, Duration limit) throws HostFailure, InterruptedException {
        return switch (lines.next(nanos)) {
            case OutputLines.OutputLine(String text) -> Optional.of(text);
            case OutputLines.EndOfOutput end -> Optional.empty();
            case OutputLines.OverlongLine line -> throw new HostFailure("it printed a line without an end");
            case OutputLines.NoOutput none ->
                throw new HostFailure(String.format(Locale.ROOT, late, limit.toSeconds()));
        };
    }

    /**
     * Waits for its end and returns what it printed.
     *
     * @throws HostFailure when it fails, or takes too long
     */
    List<String> await(Duration limit) throws HostFailure, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        List<String> said = new ArrayList<>();
        var line = lineBefore(deadline, limit);
        while (line.isPresent()) {
            if (said.size() == MAX_LINES) {
                throw new HostFailure("it does not stop printing");
            }
            said.add(line.get());
            line = lineBefore(deadline, limit);
        }
        if (end() != 0) {
            throw failure();
        }
        return said;
    }

    private Optional<String> lineBefore(long deadline, Duration limit) throws HostFailure, InterruptedException {
        return next(deadline - System.nanoTime(), "it did not end within %d s", limit);
    }

    /** Why it ended: its last line, or else its exit status. */
    HostFailure failure() throws HostFailure, InterruptedException {
        int status = end();
        var last = log.lastLine();
        return new HostFailure(
                last.isEmpty()
                        ? String.format(Locale.ROOT, "it ended with exit status %d", status)
                        : last.replaceFirst("^joust: ", ""));
    }

    private int end() throws HostFailure, InterruptedException {
        if (!process.waitFor(EXIT_GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new HostFailure("it closed its standard output and did not end");
        }
        return process.exitValue();
    }

    /** Sends a byte; false when the connection has ended. */
    boolean pulse() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        RunningChildren.stop(process);
    }
}
