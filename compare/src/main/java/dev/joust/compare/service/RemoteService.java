package dev.joust.compare.service;

import dev.joust.compare.session.ServiceInfo;
import java.io.IOException;
import java.net.URI;

/** A service that runs elsewhere: Joust never starts, restarts or stops it. */
public record RemoteService(URI address) implements NetworkService {
    /**
     * A service that answers, and that this session may reset.
     *
     * @throws IOException when it does not answer, or has another token
     */
    public static RemoteService answering(URI address) throws IOException, InterruptedException {
        new ServiceStatsClient(address).reset();
        return new RemoteService(address);
    }

    @Override
    public ServiceInfo info() {
        return ServiceInfo.remote(address.toString());
    }

    @Override
    public URI restart() throws IOException, InterruptedException {
        new ServiceStatsClient(address).counts();
        return address;
    }

    @Override
    public void close() {
        // Joust did not start it
    }
}
