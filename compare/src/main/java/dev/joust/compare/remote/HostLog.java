package dev.joust.compare.remote;

import dev.joust.compare.process.OutputLines;
import dev.joust.scenario.PrintableText;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Shows the standard error of a host line by line, with the name of the host before each, and keeps the last line as
 * the reason of a failure. Reads on a thread of its own. Safe for any thread.
 */
final class HostLog {
    private static final Duration END_GRACE = Duration.ofMillis(500);
    private static final long FOREVER = TimeUnit.DAYS.toNanos(1);
    private static final int MAX_SHOWN = 400;

    private final Thread reader;
    private volatile String last = "";

    /** @param out where the lines are shown */
    HostLog(String host, InputStream in, PrintStream out) {
        var lines = new OutputLines(in);
        reader = Thread.ofVirtual().name("log-of-host").start(() -> show(host, lines, out));
    }

    /** The last line that is not blank, once the stream has ended or half a second has passed. */
    String lastLine() throws InterruptedException {
        reader.join(END_GRACE);
        return last;
    }

    private void show(String host, OutputLines lines, PrintStream out) {
        try {
            while (lines.next(FOREVER) instanceof OutputLines.OutputLine(String text)) {
                var line = PrintableText.line(text).strip();
                var shown = line.length() > MAX_SHOWN ? line.substring(0, MAX_SHOWN) + "…" : line;
                if (!shown.isEmpty()) {
                    last = shown;
                    out.println(host + ": " + shown);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
