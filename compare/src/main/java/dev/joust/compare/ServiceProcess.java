package dev.joust.compare;

import dev.joust.trial.StartUpCache;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The service as a process of its own on a free loopback port. It leaves when its standard input ends, so also when we are killed. */
final class ServiceProcess implements Service {
    private final Path java;
    private final Path jar;
    private final List<String> flags;
    private Optional<Process> running = Optional.empty();

    /** @param compiler flags of the session's JVMs */
    ServiceProcess(Path java, Path jar, List<String> compiler) {
        this.java = java;
        this.jar = jar;
        this.flags = ServiceStart.flags(compiler, "127.0.0.1", 0);
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
        var command = Stream.of(
                        Stream.of(java.toString()),
                        flags.stream(),
                        Runtimes.WORDS_ARE_LOG.stream(),
                        Stream.of("-jar", jar.toString()))
                .flatMap(part -> part)
                .toList();
        var fast = StartUpCache.ofUser().with("service", command, new ServiceTraining());
        var process = Children.RUNNING.add(new ProcessBuilder(fast).start());
        running = Optional.of(process);
        try {
            return new ServiceStart(process.getInputStream(), process.getErrorStream()).address();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        running.ifPresent(Children::leave);
        running = Optional.empty();
    }
}
