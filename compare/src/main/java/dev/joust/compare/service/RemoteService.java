package dev.joust.compare.service;

import dev.joust.compare.session.ServiceInfo;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * A service that runs elsewhere: Joust never starts, restarts or stops it. This session holds it, so that no other
 * session of Joust uses it meanwhile.
 */
public final class RemoteService implements NetworkService {
    private final URI address;
    private final ServiceWatch watch;

    public RemoteService(URI address) {
        this.address = address;
        this.watch = new ServiceWatch(address);
    }

    /**
     * A service that answers, and that this session may reset.
     *
     * @throws SharedServiceException when another session holds it
     * @throws IOException when it does not answer, or has another token
     */
    public static RemoteService answering(URI address) throws IOException, InterruptedException {
        if (!"http".equals(address.getScheme())) {
            throw new IOException(
                    String.format(Locale.ROOT, "the models call the service by plain http, found %s", address));
        }
        var stats = new ServiceStatsClient(address);
        stats.reset();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("release-service").unstarted(stats::release));
        return new RemoteService(address);
    }

    @Override
    public ServiceInfo info() {
        return ServiceInfo.remote(address.toString());
    }

    /** Does not start it, but looks whether others have used it since the last round. */
    @Override
    public URI restart() throws IOException, InterruptedException {
        watch.lookAndForget();
        return address;
    }

    @Override
    public Optional<ServiceWatch> watch() {
        return Optional.of(watch);
    }

    @Override
    public void close() {
        // Joust did not start it. The JVM's end releases it, also after a signal
    }
}
