package dev.joust.contract;

import java.util.Locale;

/**
 * The counts of a {@link StubService} since the last reset.
 *
 * @param calls complete answers to {@code /call}
 * @param streams complete answers to {@code /stream}
 * @param bytes bytes of response bodies, cut ones included
 * @param connections accepted connections
 * @param open connections open now, whenever they were accepted
 */
public record StubStats(long calls, long streams, long bytes, long connections, long open) {
    static final StubStats ZERO = new StubStats(0, 0, 0, 0, 0);

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"calls\":%d,\"streams\":%d,\"bytes\":%d,\"connections\":%d,\"open\":%d}",
                calls,
                streams,
                bytes,
                connections,
                open);
    }

    StubStats since(StubStats earlier) {
        return new StubStats(
                calls - earlier.calls,
                streams - earlier.streams,
                bytes - earlier.bytes,
                connections - earlier.connections,
                open);
    }
}
