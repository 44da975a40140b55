package dev.joust.compare;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The service as a process of its own on a free loopback port. It leaves when its standard input ends, so also when we are killed. */
final class ServiceProcess implements Service {
    private static final Duration START = Duration.ofSeconds(30);
    private static final String READY = "joust-service ready ";
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-XX:-UsePerfData",
            "-Djoust.parent=stdin",
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=0");

    private final Path java;
    private final Path jar;
    private final List<String> flags;
    private Optional<Process> running = Optional.empty();

    /** @param compiler flags of the session's JVMs */
    ServiceProcess(Path java, Path jar, List<String> compiler) {
        this.java = java;
        this.jar = jar;
        this.flags = Stream.concat(FLAGS.stream(), compiler.stream()).toList();
    }

    @Override
    public String description() {
        return "a process on loopback (" + String.join(" ", flags) + ")";
    }

    @Override
    public URI restart() throws IOException, InterruptedException {
        close();
        if (!Files.isReadable(jar)) {
            throw new IOException("the service's jar is not there: " + jar + "; build it with mvn package");
        }
        var command = Stream.concat(
                        Stream.concat(Stream.of(java.toString()), flags.stream()), Stream.of("-jar", jar.toString()))
                .toList();
        var process = Children.RUNNING.add(new ProcessBuilder(command).start());
        running = Optional.of(process);
        var log = new LogTail(process.getErrorStream());
        var output = new OutputLines(process.getInputStream()).next(START.toNanos());
        if (output instanceof OutputLines.Line(String text) && text.startsWith(READY)) {
            return URI.create(text.substring(READY.length()).strip());
        }
        close();
        throw new IOException("the service did not become ready within %d s; it said %s; the end of its log: %s"
                .formatted(START.toSeconds(), output, log.text()));
    }

    @Override
    public void close() {
        running.ifPresent(Children::leave);
        running = Optional.empty();
    }
}
