package dev.joust.compare.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.joust.compare.plan.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ServiceTokenTest {
    private final CompletableFuture<Headers> sent = new CompletableFuture<>();
    private HttpServer server;
    private URI address;
    private int status = 204;

    @BeforeEach
    void aService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/stats/reset", exchange -> {
            try (exchange) {
                sent.complete(exchange.getRequestHeaders());
                byte[] body = "the token is another".getBytes(StandardCharsets.US_ASCII);
                exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
                exchange.getResponseBody().write(status == 204 ? new byte[0] : body);
            }
        });
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theEnvironmentNamesTheTokenOfAServiceThatRunsAlready() {
        assertThat(ServiceToken.of(Map.of("JOUST_SERVICE_TOKEN", "abc")).value())
                .isEqualTo("abc");
    }

    @Test
    void elseItIsRandomAndLong() {
        for (var empty : new String[] {"", " "}) {
            var first = ServiceToken.of(Map.of("JOUST_SERVICE_TOKEN", empty)).value();
            assertThat(first).hasSize(64).isNotEqualTo(ServiceToken.of(Map.of()).value());
        }
    }

    @Test
    void itIsHandedOverByTheEnvironmentAndNeverPrinted() {
        var builder = new ServiceToken("abc").addTo(new ProcessBuilder("java"));
        assertThat(builder.environment()).containsEntry("JOUST_SERVICE_TOKEN", "abc");
        assertThat(builder.command()).containsExactly("java");
        assertThat(new ServiceToken("abc")).hasToString("ServiceToken");
    }

    @Test
    void aResetSendsIt() throws Exception {
        new ServiceStatsClient(address).reset();
        assertThat(sent.join().getFirst("Joust-Token"))
                .isEqualTo(ServiceToken.ofSession().value());
    }

    @Test
    void aResetHoldsTheServiceForThisSession() throws Exception {
        new ServiceStatsClient(address).reset(Duration.ofSeconds(90));
        assertThat(sent.join().getFirst("Joust-Session"))
                .isEqualTo(ServiceToken.session())
                .matches("[0-9a-f]{16}");
        assertThat(sent.join().getFirst("Joust-Hold")).isEqualTo("90");
    }

    @Test
    void aReleaseHoldsItNoLonger() {
        new ServiceStatsClient(address).release();
        assertThat(sent.join().getFirst("Joust-Hold")).isEqualTo("0");
        server.stop(0);
        new ServiceStatsClient(address).release();
    }

    @Test
    void anotherTokenIsOneSentenceBeforeTheFirstTrial() {
        status = 403;
        assertThatThrownBy(() -> RemoteService.answering(address))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(UsageException.class)
                .hasMessage(
                        "the service at %s refuses: the token is another; start it and joust with the same"
                                + " JOUST_SERVICE_TOKEN",
                        address);
    }
}
