package dev.joust.service;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code GET /stream}: sends a large body, as fast as the client reads it. */
@Singleton
final class StreamRoute {
    private static final List<String> PARAMETERS = List.of("bytes", "key");
    private static final long DEFAULT_BYTES = 256L << 10;
    private static final long MAX_BYTES = 1L << 30;

    private final Counters counters;

    @Inject
    StreamRoute(Counters counters) {
        this.counters = counters;
    }

    void answer(HttpServerRequest request) throws Refusal {
        long arrived = System.nanoTime();
        Query query = Query.parse(request.query(), PARAMETERS);
        ResponseBody body = new ResponseBody(query.key(), query.bytes(DEFAULT_BYTES, MAX_BYTES));
        HttpServerResponse response = request.response().putHeader("content-type", "application/octet-stream");
        new Transfer(response, body, () -> counters.countStream(System.nanoTime() - arrived), counters::countBytes)
                .start();
    }
}
