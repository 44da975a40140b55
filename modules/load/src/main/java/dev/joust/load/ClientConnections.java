package dev.joust.load;

import dev.joust.trial.HttpTarget;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the connections of the clients, and the requests that failed for their connection: the server refused it,
 * reset or closed it before it answered, or did not take it in time. Safe for any number of threads.
 */
final class ClientConnections {
    private final LongAdder opened = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder reset = new LongAdder();
    private final LongAdder late = new LongAdder();

    /** Counts a connection that stands. */
    void open() {
        opened.increment();
    }

    /** Counts a request that failed with this error, where the connection is the reason. */
    void fail(Throwable error) {
        switch (error) {
            case ConnectTimeoutException _ -> late.increment();
            case ConnectException _ -> refused.increment();
            case HttpClosedException _ -> reset.increment();
            case IOException _ -> reset.increment();
            default -> {} // it is no matter of the connection
        }
    }

    /** The counts, by the name of their counter. */
    Map<String, Double> counters() {
        return Map.of(
                HttpTarget.CONNECTIONS_OPENED,
                opened.doubleValue(),
                HttpTarget.COUNTERS + "connections-refused",
                refused.doubleValue(),
                HttpTarget.COUNTERS + "connections-reset",
                reset.doubleValue(),
                HttpTarget.COUNTERS + "connections-late",
                late.doubleValue());
    }
}
