package dev.joust.service;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code GET /call}: waits on a timer, so that a thousand waiting calls cost a thousand entries in a queue and no thread; then answers. */
@Singleton
final class CallRoute {
    private static final List<String> PARAMETERS = List.of("delay", "bytes", "key");
    private static final long BYTES = 128;
    private static final long MOST_BYTES = 16L << 20;

    private final Vertx vertx;
    private final Counters counters;

    @Inject
    CallRoute(Vertx vertx, Counters counters) {
        this.vertx = vertx;
        this.counters = counters;
    }

    void answer(HttpServerRequest request) throws Refusal {
        Query query = Query.parse(request.query(), PARAMETERS);
        ResponseBody body = new ResponseBody(query.key(), query.bytes(BYTES, MOST_BYTES));
        long delayNanos = query.delayNanos();
        HttpServerResponse response = request.response().putHeader("content-type", "text/plain");
        if (delayNanos == 0) {
            send(response, body);
        } else {
            vertx.setTimer(Delay.timerMillis(delayNanos), timer -> send(response, body));
        }
    }

    private void send(HttpServerResponse response, ResponseBody body) {
        new Transfer(response, body, counters::called, counters::sent).start();
    }
}
