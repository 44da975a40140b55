package dev.joust.compare.service;

import dev.joust.compare.process.RunningChildren;
import dev.joust.compare.session.ServiceInfo;
import dev.joust.trial.JvmVariables;
import dev.joust.trial.StartUpCache;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The service as a child process on a free loopback port. It exits when its standard input ends, so also when this JVM
 * is killed.
 */
public final class ServiceProcess implements NetworkService {
    private final Path java;
    private final Path jar;
    private final List<String> flags;
    private List<String> command = List.of(); // set at the first start, which finds or makes the start-up cache
    private Optional<Process> running = Optional.empty();

    /** @param compiler flags of the session's JVMs */
    public ServiceProcess(Path java, Path jar, List<String> compiler) {
        this.java = java;
        this.jar = jar;
        this.flags = ServiceStart.flags(compiler, "127.0.0.1", 0);
    }

    @Override
    public ServiceInfo info() {
        return ServiceInfo.process(flags);
    }

    @Override
    public URI restart() throws IOException, InterruptedException {
        close();
        if (!Files.isReadable(jar)) {
            throw new IOException("the service's jar is missing: " + jar + "; build it with mvn package");
        }
        if (command.isEmpty()) {
            command = command();
        }
        var process = RunningChildren.RUNNING.start(ServiceToken.ofSession().addTo(JvmVariables.builder(command)));
        running = Optional.of(process);
        try {
            return new ServiceStart(process.getInputStream(), process.getErrorStream()).awaitAddress();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Names the file itself, so that a link to it has the same start-up cache. */
    private List<String> command() throws IOException, InterruptedException {
        var plain = Stream.of(
                        Stream.of(java.toString()),
                        flags.stream(),
                        StartUpCache.JVM_LOG_TO_STDERR.stream(),
                        Stream.of("-jar", jar.toRealPath().toString()))
                .flatMap(part -> part)
                .toList();
        return StartUpCache.ofUser().addTo("service", plain, new ServiceTraining());
    }

    @Override
    public void close() {
        running.ifPresent(RunningChildren::stop);
        running = Optional.empty();
    }
}
