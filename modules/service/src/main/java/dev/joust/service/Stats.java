package dev.joust.service;

/**
 * The counts since the last reset.
 *
 * @param calls answers to {@code /call} that were written to the last byte
 * @param streams answers to {@code /stream} that were written to the last byte
 * @param bytes bytes of response bodies, incomplete ones included
 * @param requestNanos the time from the arrival of a request to its last byte, summed over these answers
 */
record Stats(long calls, long streams, long bytes, long requestNanos, Connections connections) {

    /**
     * Connections of clients.
     *
     * @param accepted since the last reset
     * @param open now, whenever they were accepted
     */
    record Connections(long accepted, long open) {}

    String json() {
        return "{\"calls\":" + calls + ",\"streams\":" + streams + ",\"bytes\":" + bytes + ",\"requestNanos\":"
                + requestNanos + ",\"connections\":" + connections.accepted + ",\"open\":" + connections.open + "}";
    }

    Stats since(Stats earlier) {
        return new Stats(
                calls - earlier.calls,
                streams - earlier.streams,
                bytes - earlier.bytes,
                requestNanos - earlier.requestNanos,
                new Connections(connections.accepted - earlier.connections.accepted, connections.open));
    }
}
