package dev.joust.service;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.LongConsumer;

/**
 * A body on its way out: in one piece when it is small, else chunk by chunk, and never more than the connection takes. Memory is one chunk a
 * transfer, whatever the length. Belongs to the event loop of its connection.
 */
final class Transfer {
    /** A multiple of the body's period, so that one buffer serves for every chunk. */
    private static final int CHUNK = 64 << 10;

    private final HttpServerResponse response;
    private final Runnable completed;
    private final LongConsumer sent;
    private final Buffer chunk;
    private long left;
    private boolean writing;

    /**
     * @param completed told once, when the last byte goes to the connection
     * @param sent told of every number of bytes that goes to the connection
     */
    Transfer(HttpServerResponse response, ResponseBody body, Runnable completed, LongConsumer sent) {
        this.response = response;
        this.completed = completed;
        this.sent = sent;
        this.left = body.length();
        this.chunk = Buffer.buffer(body.start((int) Math.min(CHUNK, left)));
    }

    void start() {
        if (left > CHUNK) {
            response.putHeader("content-length", Long.toString(left));
            response.drainHandler(drained -> write());
        }
        write();
    }

    /** Counts before it writes: a client that has read the answer must find it counted. Nothing is counted for a client that has left. */
    private void write() {
        if (writing) {
            // a write can drain the connection at once and so call back from within itself; the loop below goes on
            // anyway
            return;
        }
        writing = true;
        while (left > CHUNK && !response.closed() && !response.writeQueueFull()) {
            left -= CHUNK;
            sent.accept(CHUNK);
            response.write(chunk);
        }
        writing = false;
        if (left <= CHUNK && !response.closed() && !response.ended()) {
            sent.accept(left);
            completed.run();
            response.end(left == chunk.length() ? chunk : chunk.slice(0, (int) left));
        }
    }
}
