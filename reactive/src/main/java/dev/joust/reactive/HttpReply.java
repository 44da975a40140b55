package dev.joust.reactive;

import dev.joust.trial.BodyDigest;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * The answer to one request, as it arrives: its head, pieces of its body, then its end or a failure. The pieces are
 * folded into the digest and not kept. On the loop's thread. After the end or a failure, further calls have no effect.
 */
final class HttpReply {
    private final LoopUnit unit;
    private final String path;
    private final long length;
    private final Consumer<LoopUnit> ready;
    private final BodyDigest body = new BodyDigest();
    private String error;
    private boolean ended;

    /**
     * @param length the expected length of the body, in bytes
     * @param ready gets the unit when it can go on
     */
    HttpReply(LoopUnit unit, String path, long length, Consumer<LoopUnit> ready) {
        this.unit = unit;
        this.path = path;
        this.length = length;
        this.ready = ready;
    }

    /**
     * The status line and headers have arrived. The body of an error is read to its end, to keep the connection usable.
     */
    void head(int status, String reason) {
        if (status != 200) {
            error = status + " " + reason;
        }
    }

    /** A piece of the body has arrived; reads all of it. */
    void piece(ByteBuffer piece) {
        body.update(piece);
    }

    /** The body is complete. */
    void end() {
        if (error != null) {
            end(error);
        } else if (body.length() != length) {
            end(body.length() + " bytes received, " + length + " requested");
        } else {
            end(null);
        }
    }

    /** The connection or the protocol has failed. */
    void fail(Throwable cause) {
        end(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
    }

    private void end(String failure) {
        if (ended) {
            return;
        }
        ended = true;
        if (failure == null) {
            unit.completeRequest(body.value(), length);
        } else {
            unit.fail("GET " + path + ": " + failure);
        }
        ready.accept(unit);
    }
}
