package dev.joust.service;

/**
 * What the service has done since the last reset.
 *
 * @param calls answers of {@code /call} handed to their connection to the last byte
 * @param streams the same of {@code /stream}
 * @param bytes body bytes of both, also of answers that broke off
 * @param connections connections accepted
 * @param open connections open now, whenever they were accepted
 */
record Stats(long calls, long streams, long bytes, long connections, long open) {

    String json() {
        return "{\"calls\":" + calls + ",\"streams\":" + streams + ",\"bytes\":" + bytes + ",\"connections\":"
                + connections + ",\"open\":" + open + "}";
    }

    Stats since(Stats earlier) {
        return new Stats(
                calls - earlier.calls,
                streams - earlier.streams,
                bytes - earlier.bytes,
                connections - earlier.connections,
                open);
    }
}
