package dev.joust.compare.service;

import dev.joust.compare.process.OutputLines;
import dev.joust.compare.process.OutputLines.Line;
import dev.joust.trial.LogTail;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A service of our own as it starts: with which flags, and what it says until it is ready. */
final class ServiceStart {
    private static final Duration LIMIT = Duration.ofSeconds(30);
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
     * The flags of its JVM, wherever it runs: it leaves when its standard input ends.
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
     * @return where it says that it answers
     * @throws IOException when it does not become ready; with the end of its log
     */
    URI address() throws IOException, InterruptedException {
        var said = output.next(LIMIT.toNanos());
        if (said instanceof Line(String text) && text.startsWith(READY)) {
            return URI.create(text.substring(READY.length()).strip());
        }
        throw new IOException("the service did not become ready within %d s; it said %s; the end of its log: %s"
                .formatted(LIMIT.toSeconds(), said, log()));
    }

    /** The end of its log. */
    String log() throws InterruptedException {
        log.awaitEnd(LOG_GRACE);
        return log.text();
    }
}
