package dev.joust.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServerOptionsTest {
    @Inject
    Witness witness;

    /** Sees the options as Quarkus hands them to the server. */
    @Singleton
    static final class Witness implements HttpServerOptionsCustomizer {
        private HttpServerOptions options;

        @Override
        public void customizeHttpServer(HttpServerOptions seen) {
            options = seen;
        }
    }

    @Test
    void smallAnswersAreNotHeldBack() {
        assertThat(witness.options.isTcpNoDelay()).isTrue();
    }

    @Test
    void allClientsMayConnectAtOnceAndStay() {
        assertThat(witness.options.getAcceptBacklog()).isGreaterThanOrEqualTo(4096);
        assertThat(witness.options.getIdleTimeoutUnit().toMinutes(witness.options.getIdleTimeout()))
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    void onlyLoopbackIsServed() {
        assertThat(witness.options.getHost()).isEqualTo("127.0.0.1");
    }
}
