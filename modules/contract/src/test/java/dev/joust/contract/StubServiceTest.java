package dev.joust.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.trial.ServiceBody;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StubServiceTest {
    private static final long KEY = 0x3e8;
    private static final String CALL = "/call?delay=1ns&bytes=5000&key=00000000000003e8";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private StubService stub;

    @BeforeEach
    void start() throws IOException {
        stub = StubService.started();
    }

    @AfterEach
    void stop() throws IOException {
        client.shutdownNow();
        stub.close();
    }

    @Test
    void aBodyIsTheBlockOfItsKeyRepeatedAndCut() throws Exception {
        var block = ServiceBody.block(KEY);
        var body = get(CALL).body();
        assertThat(body).hasSize(5000).startsWith(block);
        assertThat(Arrays.copyOfRange(body, 4096, 5000)).isEqualTo(Arrays.copyOf(block, 904));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/call",
                "/call?key=3e8",
                "/call?key=00000000000003E8",
                "/call?key=00000000000003e8&bytes=-1",
                "/call?key=00000000000003e8&bytes=16777217",
                "/call?key=00000000000003e8&delay=20",
                "/call?key=00000000000003e8&delay=61s",
                "/call?key=00000000000003e8&key=00000000000003e8",
                "/stream?key=00000000000003e8&delay=1ms",
                "/stream?key=00000000000003e8&bytes=1073741825",
            })
    void badParametersAreRefusedAndNotCounted(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(400);
        assertThat(stub.stats().calls() + stub.stats().streams() + stub.stats().bytes())
                .isZero();
    }

    @Test
    void itCountsItsAnswersUntilItIsReset() throws Exception {
        get(CALL);
        get("/stream?bytes=70000&key=00000000000003e8");
        assertThat(text("/stats"))
                .isEqualTo("{\"calls\":1,\"streams\":1,\"bytes\":75000,\"connections\":1,\"open\":1}");

        var reset = HttpRequest.newBuilder(stub.address().resolve("/stats/reset"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(client.send(reset, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
        assertThat(text("/stats")).isEqualTo("{\"calls\":0,\"streams\":0,\"bytes\":0,\"connections\":0,\"open\":1}");
    }

    @Test
    void theDelayIsKept() throws Exception {
        long before = System.nanoTime();
        get("/call?delay=30ms&key=00000000000003e8");
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(30_000_000);
    }

    @Test
    void itCanAnswerWithStatus500() throws Exception {
        stub.misbehave(Fault.ERROR);
        assertThat(get(CALL).statusCode()).isEqualTo(500);
        assertThat(stub.stats().calls()).isZero();
        stub.misbehave(Fault.NONE);
        assertThat(get(CALL).statusCode()).isEqualTo(200);
    }

    @Test
    void itCanSendAWrongBody() throws Exception {
        stub.misbehave(Fault.WRONG_BODY);
        assertThat(get(CALL).body()).hasSize(5000).satisfies(body -> assertThat(
                        Arrays.mismatch(body, ServiceBody.block(KEY)))
                .as("the first wrong byte")
                .isBetween(0, 15));
    }

    @Test
    void itCanSendAShortBody() throws Exception {
        stub.misbehave(Fault.SHORT_BODY);
        assertThat(get(CALL).body()).isEqualTo(Arrays.copyOf(ServiceBody.block(KEY), 2500));
    }

    @Test
    void itCanCutTheConnectionInMidBody() {
        stub.misbehave(Fault.CUT);
        assertThatThrownBy(() -> get(CALL)).isInstanceOf(IOException.class);
        assertThat(stub.stats().calls()).isZero();
        assertThat(stub.stats().bytes()).isEqualTo(2500);
    }

    @Test
    void itCanStaySilentUntilItIsClosed() throws Exception {
        stub.misbehave(Fault.SILENT);
        try (var latch = stub.hold()) {
            var silence = client.sendAsync(request(CALL), BodyHandlers.ofByteArray());
            assertThat(latch.arrivals(1, Duration.ofSeconds(20))).isTrue();
            latch.open();
            assertThat(silence.isDone()).isFalse();
            stub.close();
            assertThatThrownBy(() -> silence.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void itCountsTheRequestsThatWaitAtOnce() throws Exception {
        try (var latch = stub.hold()) {
            var first = client.sendAsync(request(CALL), BodyHandlers.discarding());
            var second = client.sendAsync(request(CALL), BodyHandlers.discarding());
            assertThat(latch.arrivals(2, Duration.ofSeconds(20))).isTrue();
            latch.open();
            first.get(20, TimeUnit.SECONDS);
            second.get(20, TimeUnit.SECONDS);
        }
        assertThat(stub.mostAtOnce()).isEqualTo(2);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(request(path), BodyHandlers.ofByteArray());
    }

    private String text(String path) throws IOException, InterruptedException {
        return new String(get(path).body(), StandardCharsets.US_ASCII);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(stub.address() + path)).build();
    }
}
