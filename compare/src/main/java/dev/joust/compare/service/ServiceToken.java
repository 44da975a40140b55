package dev.joust.compare.service;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The secret with which this session resets the counts of its service. The environment hands it over, because other
 * users of the machine see the arguments of a process.
 */
record ServiceToken(String value) {
    static final String VARIABLE = "JOUST_SERVICE_TOKEN";
    static final String HEADER = "Joust-Token";

    /** Names a session to its service, which then refuses the resets of others for a while. It is no secret. */
    static final String SESSION_HEADER = "Joust-Session";

    /** For how many seconds it does. */
    static final String HOLD_HEADER = "Joust-Hold";

    private static final int RANDOM_BYTES = 32;
    private static final String SESSION = random().substring(0, 16);
    private static final ServiceToken OF_SESSION = of(System.getenv());

    /** The token of this JVM, which runs one session. */
    static ServiceToken ofSession() {
        return OF_SESSION;
    }

    /** The name of this JVM's session. */
    static String session() {
        return SESSION;
    }

    /** The token that the environment holds, for a service that runs already; else a random one. */
    static ServiceToken of(Map<String, String> environment) {
        return new ServiceToken(Optional.ofNullable(environment.get(VARIABLE))
                .filter(token -> !token.isBlank())
                .orElseGet(ServiceToken::random));
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Hands it to a process that this builder starts. */
    ProcessBuilder addTo(ProcessBuilder builder) {
        builder.environment().put(VARIABLE, value);
        return builder;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ServiceToken";
    }
}
