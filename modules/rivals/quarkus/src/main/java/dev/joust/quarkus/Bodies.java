package dev.joust.quarkus;

import dev.joust.trial.BodyDigest;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bodies of the service's answers. */
final class Bodies {
    private Bodies() {}

    /**
     * The result of a step that reads this body.
     *
     * @throws UncheckedIOException when it has another length
     */
    static long digest(byte[] body, long asked) {
        if (body.length != asked) {
            throw new UncheckedIOException(new IOException("asked for " + asked + " bytes, read " + body.length));
        }
        var digest = new BodyDigest();
        digest.update(body, 0, body.length);
        return digest.value();
    }
}
