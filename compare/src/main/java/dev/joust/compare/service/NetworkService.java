package dev.joust.compare.service;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

/** The network service that the trials call. */
public interface NetworkService extends AutoCloseable {
    /** How it runs, for the report. */
    String description();

    /**
     * Makes it fresh for a round of blocks, and ready.
     *
     * @return where it answers now
     * @throws IOException when it does not become ready; the message says why
     */
    URI restart() throws IOException, InterruptedException;

    /** Those of its processes that do not descend from this JVM: their CPU time is ours all the same. Changes with a restart. */
    default Set<Long> processes() {
        return Set.of();
    }

    @Override
    void close();
}
