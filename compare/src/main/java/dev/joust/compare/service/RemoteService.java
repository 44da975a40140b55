package dev.joust.compare.service;

import java.io.IOException;
import java.net.URI;

/** A service that runs elsewhere: Joust never starts, restarts or stops it. */
public record RemoteService(URI address) implements NetworkService {
    /** How its description begins; the address follows. */
    public static final String WORDS = "elsewhere, at ";

    @Override
    public String description() {
        return WORDS + address;
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
