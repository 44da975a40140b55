package dev.joust.quarkus;

import dev.joust.trial.BodyDigest;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bodies of the service's answers. */
final class Bodies {
    private static final byte[] EMPTY = {};

    private Bodies() {}

    /**
     * The result of a step that reads this body.
     *
     * @param received the body; the client gives null for an empty one
     * @throws UncheckedIOException when it has another length
     */
    static long digest(byte[] received, long asked) {
        byte[] body = received == null ? EMPTY : received;
        if (body.length != asked) {
            throw new UncheckedIOException(new IOException("asked for " + asked + " bytes, read " + body.length));
        }
        var digest = new BodyDigest();
        digest.update(body, 0, body.length);
        return digest.value();
    }
}
