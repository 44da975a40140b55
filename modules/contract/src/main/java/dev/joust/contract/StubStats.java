package dev.joust.contract;

/**
 * What a {@link StubService} has done since the last reset.
 *
 * @param calls answers to {@code /call}, whole ones only
 * @param streams the same of {@code /stream}
 * @param bytes bytes of their bodies, also of answers that were cut
 * @param connections connections accepted
 * @param open connections open now, whenever they were accepted
 */
public record StubStats(long calls, long streams, long bytes, long connections, long open) {
    static final StubStats ZERO = new StubStats(0, 0, 0, 0, 0);

    String json() {
        return "{\"calls\":%d,\"streams\":%d,\"bytes\":%d,\"connections\":%d,\"open\":%d}"
                .formatted(calls, streams, bytes, connections, open);
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
