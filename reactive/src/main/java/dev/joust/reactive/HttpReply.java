package dev.joust.reactive;

import dev.joust.trial.BodyDigest;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * The answer to one request, as it comes: its head, pieces of its body, its end or what went wrong. The body is folded into the
 * digest piece by piece and never held. All on the loop's thread; after the end or a failure nothing counts any more.
 */
final class HttpReply {
    private final LoopUnit unit;
    private final String path;
    private final long length;
    private final Consumer<LoopUnit> ready;
    private final BodyDigest body = new BodyDigest();
    private String refusal;
    private boolean over;

    /**
     * @param length how long the body must be
     * @param ready who is told that the unit can go on
     */
    HttpReply(LoopUnit unit, String path, long length, Consumer<LoopUnit> ready) {
        this.unit = unit;
        this.path = path;
        this.length = length;
        this.ready = ready;
    }

    /** Status line and headers are here. A refused request's body is read to its end, so that the connection can be used again. */
    void head(int status, String reason) {
        if (status != 200) {
            refusal = status + " " + reason;
        }
    }

    /** Reads all that remains in this piece of the body. */
    void piece(ByteBuffer piece) {
        body.update(piece);
    }

    /** The body is complete. */
    void end() {
        if (refusal != null) {
            over(refusal);
        } else if (body.length() != length) {
            over("%d bytes came where %d were asked for".formatted(body.length(), length));
        } else {
            over(null);
        }
    }

    /** The connection or the protocol broke. */
    void failed(Throwable cause) {
        over(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
    }

    private void over(String failure) {
        if (over) {
            return;
        }
        over = true;
        if (failure == null) {
            unit.answered(body.value(), length);
        } else {
            unit.fail("GET " + path + ": " + failure);
        }
        ready.accept(unit);
    }
}
