package dev.joust.compare.service;

import java.io.IOException;
import java.net.URI;

/** A service that runs elsewhere: never started, restarted or stopped here. */
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
        // it is not ours to stop
    }
}
