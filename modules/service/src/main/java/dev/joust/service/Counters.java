package dev.joust.service;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts from all event loops. The adders only ever grow, and a reset remembers where they stood: emptying them would lose what another
 * loop adds meanwhile.
 */
@Singleton
final class Counters {
    private final LongAdder calls = new LongAdder();
    private final LongAdder streams = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder connections = new LongAdder();
    private final LongAdder disconnections = new LongAdder();
    private volatile Stats reset = total();

    void called() {
        calls.increment();
    }

    void streamed() {
        streams.increment();
    }

    void sent(long count) {
        bytes.add(count);
    }

    void connected() {
        connections.increment();
    }

    void disconnected() {
        disconnections.increment();
    }

    Stats stats() {
        return total().since(reset);
    }

    void reset() {
        reset = total();
    }

    private Stats total() {
        // disconnections first: a connection that comes and goes meanwhile must not make the number of open ones
        // negative
        long gone = disconnections.sum();
        long come = connections.sum();
        return new Stats(calls.sum(), streams.sum(), bytes.sum(), come, come - gone);
    }
}
