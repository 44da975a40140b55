package dev.joust.compare.service;

import dev.joust.compare.session.ServiceInfo;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * A service that replaces one that could not be started.
 *
 * @param reason why it could not
 */
public record FallbackService(NetworkService service, ServiceInfo.Fallback reason) implements NetworkService {

    @Override
    public ServiceInfo info() {
        return service.info().because(reason);
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
