package dev.joust.service;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts from all event loops. The adders only grow; a reset stores their values. Setting them to zero would lose what
 * another loop adds at the same time.
 */
@Singleton
final class Counters {
    private final LongAdder calls = new LongAdder();
    private final LongAdder streams = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder requestNanos = new LongAdder();
    private final LongAdder connections = new LongAdder();
    private final LongAdder disconnections = new LongAdder();
    private volatile Stats atReset = total();

    /** Counts an answer whose request came so long ago. */
    void countCall(long nanos) {
        calls.increment();
        requestNanos.add(nanos);
    }

    /** Counts an answer whose request came so long ago. */
    void countStream(long nanos) {
        streams.increment();
        requestNanos.add(nanos);
    }

    void countBytes(long count) {
        bytes.add(count);
    }

    void countConnection() {
        connections.increment();
    }

    void countDisconnection() {
        disconnections.increment();
    }

    Stats stats() {
        return total().since(atReset);
    }

    void reset() {
        atReset = total();
    }

    private Stats total() {
        // read disconnections first: a short connection in between must not make the open ones negative
        long closed = disconnections.sum();
        long accepted = connections.sum();
        return new Stats(
                calls.sum(),
                streams.sum(),
                bytes.sum(),
                requestNanos.sum(),
                new Stats.Connections(accepted, accepted - closed));
    }
}
