package dev.joust.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AnswersTest {
    @TestHTTPResource
    URL service;

    @Test
    void aCallAnswersTheFirst128BytesOfItsKey() throws Exception {
        Wire.WireResponse answer = get("/call?key=" + Vectors.KEY);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "text/plain").containsEntry("content-length", "128");
        assertThat(answer.text()).isEqualTo(Vectors.START);
    }

    @Test
    void aCallAnswersAsManyBytesAsAsked() throws Exception {
        assertThat(get("/call?delay=0ms&bytes=21&key=" + Vectors.KEY).text()).isEqualTo(Vectors.START.substring(0, 21));
        assertThat(get("/call?bytes=0&key=" + Vectors.KEY).headers()).containsEntry("content-length", "0");
        Wire.WireResponse large = get("/call?bytes=262144&key=123456789abcdef0");
        assertThat(large.headers())
                .containsEntry("content-type", "text/plain")
                .containsEntry("content-length", "262144");
        assertThat(Vectors.sha256(large.body()))
                .isEqualTo("c26b5fe7efadad416c21370419b017e4bbe8b1b2853b9065cdf7a776e56c950e");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 60})
    void aCallNeverWaitsLessThanItsDelay(long millis) throws Exception {
        try (Wire wire = new Wire(service.getPort())) {
            wire.get("/stats");
            long start = System.nanoTime();
            Wire.WireResponse answer = wire.get("/call?delay=" + millis + "ms&key=" + Vectors.KEY);
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(millis * 1_000_000);
            assertThat(answer.text()).isEqualTo(Vectors.START);
        }
    }

    @Test
    void waitingCallsHoldNoThread() throws Exception {
        List<Wire> waiting = new ArrayList<>();
        try {
            for (int i = 0; i < 64; i++) {
                Wire wire = new Wire(service.getPort());
                waiting.add(wire);
                wire.send("GET", "/call?delay=60s&key=" + Vectors.KEY, "");
            }
            assertThat(get("/call?key=" + Vectors.KEY).text()).isEqualTo(Vectors.START);
        } finally {
            for (Wire wire : waiting) {
                wire.close();
            }
        }
    }

    @Test
    void aStreamAnswersAQuarterOfAMebibyteByDefault() throws Exception {
        Wire.WireResponse answer = get("/stream?key=123456789abcdef0");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("content-type", "application/octet-stream")
                .containsEntry("content-length", "262144");
        assertThat(Vectors.sha256(answer.body()))
                .isEqualTo("c26b5fe7efadad416c21370419b017e4bbe8b1b2853b9065cdf7a776e56c950e");
    }

    @Test
    void aStreamAnswersAsManyBytesAsAsked() throws Exception {
        assertThat(Vectors.sha256(
                        get("/stream?bytes=1000003&key=ffffffffffffffff").body()))
                .isEqualTo("d0c1c6a7f24b4d9244168f1151cf9eabc056536888b097de194835f8e9cfd1b2");
        assertThat(get("/stream?bytes=0&key=" + Vectors.KEY).body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready"})
    void healthIsUp(String path) throws Exception {
        Wire.WireResponse answer = get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "application/json");
        assertThat(answer.text()).isEqualTo("{\"status\":\"UP\",\"checks\":[]}");
    }

    @Test
    void aClientThatOffersHttp2GetsHttp1() throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(service + "call?key=" + Vectors.KEY))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(response.body()).isEqualTo(Vectors.START);
        }
    }

    private Wire.WireResponse get(String target) throws Exception {
        try (Wire wire = new Wire(service.getPort())) {
            return wire.get(target);
        }
    }
}
