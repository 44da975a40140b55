package dev.joust.compare.service;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * A service that replaces one that could not be started.
 *
 * @param reason why it could not
 */
public record FallbackService(NetworkService service, String reason) implements NetworkService {

    @Override
    public String description() {
        return "%s, for %s".formatted(service.description(), reason);
    }

    @Override
    public URI restart() throws IOException, InterruptedException {
        return service.restart();
    }

    @Override
    public Set<Long> processes() {
        return service.processes();
    }

    @Override
    public void close() {
        service.close();
    }
}
