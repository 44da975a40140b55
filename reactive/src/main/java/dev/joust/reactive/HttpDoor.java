package dev.joust.reactive;

import dev.joust.trial.CounterNames;
import dev.joust.trial.FrontDoor;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;

/** A listening HTTP server on event loops. */
interface HttpDoor extends AutoCloseable {
    InetSocketAddress address();

    /** What it has counted so far, by name. For any thread. */
    Map<String, Double> counters();

    /** The counters of a door that has accepted so many connections. */
    static Map<String, Double> counters(FrontDoor door, long accepted) {
        var counters = new TreeMap<>(door.requests().counters());
        counters.put(CounterNames.CONNECTIONS, (double) accepted);
        return counters;
    }

    /** Closes the listening socket and all connections. */
    @Override
    void close();
}
