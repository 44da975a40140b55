package dev.joust.service;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code GET /call}: waits, then answers. It waits on a timer, so a waiting call costs a queue entry and no thread. */
@Singleton
final class CallRoute {
    private static final List<String> PARAMETERS = List.of("delay", "bytes", "key");
    private static final long DEFAULT_BYTES = 128;
    private static final long MAX_BYTES = 16L << 20;

    private final Vertx vertx;
    private final Counters counters;

    @Inject
    CallRoute(Vertx vertx, Counters counters) {
        this.vertx = vertx;
        this.counters = counters;
    }

    void answer(HttpServerRequest request) throws Refusal {
        long arrived = System.nanoTime();
        Query query = Query.parse(request.query(), PARAMETERS);
        ResponseBody body = new ResponseBody(query.key(), query.bytes(DEFAULT_BYTES, MAX_BYTES));
        long delayNanos = query.delayNanos();
        HttpServerResponse response = request.response().putHeader("content-type", "text/plain");
        if (delayNanos == 0) {
            send(response, body, arrived);
        } else {
            vertx.setTimer(Delay.timerMillis(delayNanos), timer -> send(response, body, arrived));
        }
    }

    private void send(HttpServerResponse response, ResponseBody body, long arrived) {
        new Transfer(response, body, () -> counters.countCall(System.nanoTime() - arrived), counters::countBytes)
                .start();
    }
}
