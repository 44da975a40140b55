package dev.joust.service;

/**
 * The counts since the last reset.
 *
 * @param calls answers to {@code /call} that were written to the last byte
 * @param streams answers to {@code /stream} that were written to the last byte
 * @param bytes bytes of response bodies, incomplete ones included
 * @param connections accepted connections
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
