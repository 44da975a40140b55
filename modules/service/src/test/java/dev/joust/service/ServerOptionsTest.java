package dev.joust.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServerOptionsTest {
    @Inject
    CapturedOptions captured;

    /** Captures the options that Quarkus gives the server. */
    @Singleton
    static final class CapturedOptions implements HttpServerOptionsCustomizer {
        private HttpServerOptions options;

        @Override
        public void customizeHttpServer(HttpServerOptions seen) {
            options = seen;
        }
    }

    @Test
    void smallAnswersAreSentAtOnce() {
        assertThat(captured.options.isTcpNoDelay()).isTrue();
    }

    @Test
    void manyClientsMayConnectAtOnceAndStayIdle() {
        assertThat(captured.options.getAcceptBacklog()).isGreaterThanOrEqualTo(4096);
        assertThat(captured.options.getIdleTimeoutUnit().toMinutes(captured.options.getIdleTimeout()))
                .isGreaterThanOrEqualTo(5);
    }

    /** Above the connections of the largest scenarios, and above the longest delay of a call. */
    @Test
    void connectionsAndIdleTimeAreLimited() {
        assertThat(ConfigProvider.getConfig().getValue("quarkus.http.limits.max-connections", Integer.class))
                .isBetween(40_000, 65_536);
        assertThat(captured.options.getIdleTimeoutUnit().toMinutes(captured.options.getIdleTimeout()))
                .isLessThanOrEqualTo(15);
    }

    @Test
    void onlyLoopbackIsServed() {
        assertThat(captured.options.getHost()).isEqualTo("127.0.0.1");
    }
}
