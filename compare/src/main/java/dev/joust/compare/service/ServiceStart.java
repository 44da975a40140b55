package dev.joust.compare.service;

import dev.joust.compare.process.OutputLines;
import dev.joust.compare.process.OutputLines.OutputLine;
import dev.joust.trial.LogTail;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The start of a service of our own: its JVM flags, and its output until it is ready. */
final class ServiceStart {
    private static final Duration READY_LIMIT = Duration.ofSeconds(30);
    private static final Duration LOG_GRACE = Duration.ofMillis(500);
    private static final String READY = "joust-service ready ";
    private static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-Xmx512m", "-XX:-UsePerfData", "-Djoust.parent=stdin");

    private final OutputLines output;
    private final LogTail log;

    /**
     * @param output its standard output
     * @param log its standard error
     */
    ServiceStart(InputStream output, InputStream log) {
        this.output = new OutputLines(output);
        this.log = new LogTail(log, "service-log-tail");
    }

    /**
     * The flags of its JVM, in a process or container. With them it exits when its standard input ends.
     *
     * @param compiler flags of the session's JVMs
     * @param port 0 for a free one
     */
    static List<String> flags(List<String> compiler, String host, int port) {
        return Stream.of(FLAGS, List.of("-Dquarkus.http.host=" + host, "-Dquarkus.http.port=" + port), compiler)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Waits until it is ready.
     *
     * @return the address that it prints
     * @throws IOException when it does not become ready; the message holds the end of its log
     */
    URI awaitAddress() throws IOException, InterruptedException {
        var next = output.next(READY_LIMIT.toNanos());
        if (next instanceof OutputLine(String text) && text.startsWith(READY)) {
            return URI.create(text.substring(READY.length()).strip());
        }
        throw new IOException(String.format(
                Locale.ROOT,
                "the service did not become ready within %d s; its output: %s; the end of its log: %s",
                READY_LIMIT.toSeconds(),
                next,
                log()));
    }

    /** The end of its log. */
    String log() throws InterruptedException {
        log.awaitEnd(LOG_GRACE);
        return log.text();
    }
}
