package dev.joust.service;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secret of the one who may reset the counts: a reset during a trial makes it invalid. Loopback does not protect
 * them, because other users of the machine and pages in a browser reach it too.
 */
@Singleton
final class ResetToken {
    static final String HEADER = "Joust-Token";

    private final Optional<byte[]> expected;

    /** @param token the property {@code joust.service.token}, or the variable {@code JOUST_SERVICE_TOKEN} */
    @Inject
    ResetToken(@ConfigProperty(name = "joust.service.token") Optional<String> token) {
        this.expected = token.map(ResetToken::bytes);
    }

    /**
     * Checks the token of a request, in a time that does not depend on how much of it is right.
     *
     * @throws Refusal when the request has another token or none, and always where the service has none
     */
    void check(HttpServerRequest request) throws Refusal {
        if (expected.isEmpty()) {
            throw Refusal.forbidden("nobody can reset the counts of a service without JOUST_SERVICE_TOKEN");
        }
        String sent = request.getHeader(HEADER);
        if (sent == null || !MessageDigest.isEqual(expected.get(), bytes(sent))) {
            throw Refusal.forbidden("the header " + HEADER + " must hold the token of this service");
        }
    }

    private static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }
}
