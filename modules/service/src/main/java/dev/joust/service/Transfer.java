package dev.joust.service;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.LongConsumer;

/**
 * Writes one body: a small one at once, a large one chunk by chunk and never faster than the connection accepts. It
 * holds one chunk in memory, whatever the length. For the event loop of its connection.
 */
final class Transfer {
    /** A multiple of the length after which the body repeats, so one buffer serves every chunk. */
    private static final int CHUNK = 64 << 10;

    private final HttpServerResponse response;
    private final Runnable completed;
    private final LongConsumer sent;
    private final Buffer chunk;
    private long left;
    private boolean writing;

    /**
     * A transfer that has not started.
     *
     * @param completed runs once, before the last byte is written
     * @param sent gets the number of bytes of each write
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

    /**
     * Counts, then writes: a client that has read the answer must find it counted. A closed connection counts nothing.
     */
    private void write() {
        if (writing) {
            // a write may drain the connection and call this handler from within; the loop below goes on
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
