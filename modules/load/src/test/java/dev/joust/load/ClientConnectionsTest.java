package dev.joust.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Step;
import dev.joust.trial.HttpTarget;
import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clients at servers that keep connections and that break them. */
final class ClientConnectionsTest {
    private static final Work WORK = new Work("hello", 1, List.of(new Step.Sleep(Duration.ZERO)));
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void aConnectionThatStaysIsOpenedOnce() throws Exception {
        try (var server = new ServerSocket(0, 1, LOOPBACK);
                var clients = clients(server.getLocalPort())) {
            var first = clients.run(WORK).toCompletableFuture();
            try (var connection = server.accept()) {
                answer(connection);
                assertThat(first.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
                var second = clients.run(WORK).toCompletableFuture();
                answer(connection);
                assertThat(second.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
            }
            assertThat(clients.counters())
                    .containsEntry("load.connections-opened", 1.0)
                    .containsEntry("load.connections-reset", 0.0);
        }
    }

    @Test
    void aRefusedConnectionIsCounted() throws Exception {
        int port;
        try (var server = new ServerSocket(0, 1, LOOPBACK)) {
            port = server.getLocalPort();
        }
        try (var clients = clients(port)) {
            assertThat(outcome(clients)).isInstanceOf(Outcome.Failed.class);
            assertThat(clients.counters())
                    .containsEntry("load.connections-refused", 1.0)
                    .containsEntry("load.connections-reset", 0.0)
                    .containsEntry("load.connections-late", 0.0);
        }
    }

    /** A server that lingers for no time resets the connection. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionThatEndsBeforeItsAnswerIsCounted(boolean reset) throws Exception {
        try (var server = new ServerSocket(0, 1, LOOPBACK);
                var clients = clients(server.getLocalPort())) {
            var answer = clients.run(WORK).toCompletableFuture();
            try (var connection = server.accept()) {
                assertThat(connection.getInputStream().read()).isEqualTo('G');
                connection
                        .getInputStream()
                        .readNBytes(connection.getInputStream().available());
                connection.setSoLinger(reset, 0);
            }
            assertThat(answer.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Failed.class);
            assertThat(clients.counters())
                    .containsEntry("load.connections-refused", 0.0)
                    .containsEntry("load.connections-reset", 1.0);
        }
    }

    private static void answer(Socket connection) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        while (!reader.readLine().isEmpty()) {}
        connection
                .getOutputStream()
                .write("HTTP/1.1 200 OK\r\ncontent-length: 17\r\n\r\n0123456789abcdef\n"
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static HttpLoadRunner clients(int port) {
        return new HttpLoadRunner(new HttpTarget(LOOPBACK.getHostAddress(), port, "", true), 1);
    }

    private static Outcome outcome(HttpLoadRunner clients) throws Exception {
        return clients.run(WORK).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
