package dev.joust.compare;

import java.io.IOException;
import java.net.URI;

/** A service that runs elsewhere: never started, restarted or stopped here. */
record RemoteService(URI address) implements Service {

    @Override
    public String description() {
        return "elsewhere, at " + address;
    }

    @Override
    public URI restart() throws IOException, InterruptedException {
        new ServiceClient(address).counts();
        return address;
    }

    @Override
    public void close() {
        // it is not ours to stop
    }
}
