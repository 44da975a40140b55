package dev.joust.blocking;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections that wait too long for the whole head of a request: idle ones, and clients that send it byte by
 * byte. A limit on each read does not see the latter.
 */
final class HeadDeadlines implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HeadDeadlines.class.getName());
    private static final long ROUND_MILLIS = 1_000;

    private final Duration limit;
    private final Map<Closeable, Long> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService rounds;

    /** @param name of the thread */
    HeadDeadlines(String name, Duration limit) {
        this.limit = limit;
        this.rounds = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
        rounds.scheduleWithFixedDelay(this::closeLate, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The connection waits for the head of a request from now on. */
    void begin(Closeable connection) {
        waiting.put(connection, System.nanoTime());
    }

    /** The head is there, or the connection has ended. */
    void end(Closeable connection) {
        waiting.remove(connection);
    }

    private void closeLate() {
        long now = System.nanoTime();
        waiting.forEach((connection, since) -> {
            if (now - since > limit.toNanos() && waiting.remove(connection, since)) {
                close(connection);
            }
        });
    }

    private static void close(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a late connection could not be closed", e);
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
