package dev.joust.compare.service;

import dev.joust.compare.session.ServiceInfo;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** The network service that the trials call. */
public interface NetworkService extends AutoCloseable {
    /** How it runs. */
    ServiceInfo info();

    /**
     * Starts it anew for a round of blocks and waits until it is ready.
     *
     * @return its address
     * @throws IOException when it does not become ready; the message says why
     */
    URI restart() throws IOException, InterruptedException;

    /** Its processes that do not descend from this JVM, whose CPU time counts as ours. They change with a restart. */
    default Set<Long> processes() {
        return Set.of();
    }

    /** The watch of a service that Joust did not start; one that it started is this session's alone, and near. */
    default Optional<ServiceWatch> watch() {
        return Optional.empty();
    }

    @Override
    void close();
}
