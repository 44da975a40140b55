package dev.joust.compare.run;

import java.net.URI;
import java.util.Optional;

/**
 * Where the user wants the network service to run.
 *
 * @param address of a remote service
 * @param image of the container; empty means one that is built from the distribution
 */
public record ServiceRequest(ServiceMode choice, Optional<URI> address, Optional<String> image) {

    /** The kinds of services. */
    public enum ServiceMode {
        /** A container where one can be had, else a process; in a session that goes on what it began with. */
        AUTO,
        PROCESS,
        CONTAINER,
        REMOTE
    }
}
