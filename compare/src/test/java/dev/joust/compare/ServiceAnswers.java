package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.service.ServiceStatsClient;
import dev.joust.compare.session.Result;
import dev.joust.trial.BodyDigest;
import dev.joust.trial.Digest;
import dev.joust.trial.ServiceBody;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Checks the answers of a service that has just started. */
public record ServiceAnswers(URI address) {

    /** Asserts that calls and streams return the expected bytes, and that the service counts them. */
    public void assertRight() throws IOException, InterruptedException {
        for (var path : List.of("/call?delay=1ms&bytes=777&key=", "/stream?bytes=256000&key=")) {
            long key = 0xfedcba9876543210L;
            var body = body(path + Digest.key(key));
            var digest = new BodyDigest();
            digest.update(body, 0, body.length);
            assertThat(digest.value()).isEqualTo(ServiceBody.digest(key, body.length));
        }
        assertThat(new ServiceStatsClient(address).counts())
                .returns(1L, Result.ServiceCounts::calls)
                .returns(1L, Result.ServiceCounts::streams)
                .returns(256_777L, Result.ServiceCounts::bytes);
    }

    public byte[] body(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofByteArray())
                    .body();
        }
    }
}
