package dev.joust.compare.cli;

import dev.joust.compare.process.OutputLines;
import dev.joust.compare.process.OutputLines.OutputLine;
import java.io.InputStream;
import java.time.Duration;

/**
 * Stops a run when its standard input ends: the machine that started it over a network has closed it, or is gone. A
 * connection that breaks silently keeps the input open, so the other machine sends a line now and then. Once it has
 * sent one, silence counts as the end too. Reads on a daemon thread.
 *
 * @param in the input; what it holds is ignored
 * @param silence that counts as the end after a first line
 * @param stop is run at the end, once
 */
record InputWatch(InputStream in, Duration silence, Runnable stop) {
    private static final Duration USUAL_SILENCE = Duration.ofSeconds(60);
    private static final Duration FOREVER = Duration.ofDays(365);

    /** Of this process, which ends as if by SIGINT: the results so far are kept, and all children end. */
    static void start() {
        new InputWatch(System.in, USUAL_SILENCE, () -> System.exit(ExitCode.INTERRUPTED.number())).begin();
    }

    /** Begins to watch. */
    Thread begin() {
        return Thread.ofPlatform().daemon().name("input-watch").start(this::watch);
    }

    private void watch() {
        var lines = new OutputLines(in);
        try {
            var limit = FOREVER;
            while (lines.next(limit.toNanos()) instanceof OutputLine) {
                limit = silence;
            }
            stop.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
