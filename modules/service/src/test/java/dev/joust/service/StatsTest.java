package dev.joust.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StatsTest {
    @TestHTTPResource
    URL service;

    private Wire observer;

    /** Waits for the connections of other tests to close. */
    @BeforeEach
    void onlyTheObserverIsConnected() throws IOException {
        observer = new Wire(service.getPort());
        untilOpen(1);
        assertThat(observer.reset(Wire.TOKEN).status()).isEqualTo(204);
    }

    @AfterEach
    void leave() throws IOException {
        observer.close();
    }

    @Test
    void aResetKeepsOnlyTheOpenConnections() throws Exception {
        Wire.WireResponse answer = observer.get("/stats");
        assertThat(answer.headers()).containsEntry("content-type", "application/json");
        assertThat(answer.text()).contains("\"requestNanos\":0,");
        assertThat(counts()).isEqualTo(stats(0, 0, 0, 0, 1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "token-of-the-test", "token-of-the-tests!", "Token-of-the-tests"})
    void aResetNeedsTheToken(String token) throws Exception {
        observer.get("/call?key=" + Vectors.KEY);
        Wire.WireResponse answer = token == null ? observer.ask("POST", "/stats/reset") : observer.reset(token);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).isEqualTo("the header Joust-Token must hold the token of this service");
        assertThat(counts()).isEqualTo(stats(1, 0, 128, 0, 1));
    }

    @Test
    void aSessionThatHoldsTheServiceKeepsItsCounts() throws Exception {
        assertThat(observer.hold("one", 60).status()).isEqualTo(204);
        observer.get("/call?key=" + Vectors.KEY);
        for (var answer : new Wire.WireResponse[] {observer.hold("other", 60), observer.reset(Wire.TOKEN)}) {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text()).matches("another session holds this service for \\d+ s more");
        }
        assertThat(counts()).isEqualTo(stats(1, 0, 128, 0, 1));
        assertThat(observer.hold("one", 0).status()).isEqualTo(204);
        assertThat(observer.hold("other", 0).status()).isEqualTo(204);
    }

    @Test
    void callsAndStreamsAndTheirBytesAreCounted() throws Exception {
        observer.get("/call?key=" + Vectors.KEY);
        observer.get("/call?delay=1ms&bytes=72&key=" + Vectors.KEY);
        observer.get("/call?bytes=100000&key=" + Vectors.KEY);
        observer.get("/stream?key=" + Vectors.KEY);
        observer.get("/stream?bytes=0&key=" + Vectors.KEY);
        assertThat(counts()).isEqualTo(stats(3, 2, 128 + 72 + 100_000 + 262_144, 0, 1));
    }

    @Test
    void nothingElseIsCounted() throws Exception {
        observer.get("/q/health/ready");
        observer.get("/nowhere");
        observer.get("/call?key=bad");
        observer.ask("HEAD", "/call?key=" + Vectors.KEY);
        observer.get("/stats");
        assertThat(counts()).isEqualTo(stats(0, 0, 0, 0, 1));
    }

    @Test
    void everyConnectionIsCountedEvenOneWithoutARequest() throws Exception {
        try (Wire caller = new Wire(service.getPort())) {
            caller.get("/call?key=" + Vectors.KEY);
            caller.get("/call?key=" + Vectors.KEY);
            assertThat(counts()).isEqualTo(stats(2, 0, 256, 1, 2));
            try (Wire silent = new Wire(service.getPort())) {
                assertThat(silent).isNotNull();
                untilOpen(3);
            }
            untilOpen(2);
        }
        untilOpen(1);
        assertThat(counts()).isEqualTo(stats(2, 0, 256, 2, 1));
    }

    @Test
    void aClientThatLeavesBeforeItsAnswerIsNotCounted() throws Exception {
        try (Wire impatient = new Wire(service.getPort())) {
            impatient.send("GET", "/call?delay=1s&key=" + Vectors.KEY, "");
        }
        observer.get("/call?delay=1100ms&key=" + Vectors.KEY);
        untilStats(stats(1, 0, 128, 1, 1));
    }

    @Test
    void theTimeOfARequestRunsFromItsArrivalToItsAnswer() throws Exception {
        long before = System.nanoTime();
        observer.get("/call?delay=20ms&key=" + Vectors.KEY);
        observer.get("/call?delay=30ms&key=" + Vectors.KEY);
        observer.get("/stream?key=" + Vectors.KEY);
        long seen = System.nanoTime() - before;
        var text = observer.get("/stats").text();
        var nanos = Long.parseLong(text.replaceFirst(".*\"requestNanos\":(\\d+),.*", "$1"));
        assertThat(nanos).isBetween(50_000_000L, seen);
    }

    private void untilOpen(int connections) {
        untilStats("\"open\":" + connections + "}");
    }

    private void untilStats(String end) {
        await().pollInSameThread().pollInterval(Duration.ofMillis(1)).untilAsserted(() -> assertThat(counts())
                .endsWith(end));
    }

    /** The counts without the times. */
    private String counts() throws IOException {
        return observer.get("/stats").text().replaceFirst("\"requestNanos\":\\d+,", "");
    }

    private static String stats(int calls, int streams, int bytes, int connections, int open) {
        return "{\"calls\":" + calls + ",\"streams\":" + streams + ",\"bytes\":" + bytes + ",\"connections\":"
                + connections + ",\"open\":" + open + "}";
    }
}
