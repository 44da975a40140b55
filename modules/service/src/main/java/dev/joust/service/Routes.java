package dev.joust.service;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Maps paths to answers with one route and a switch: the router would try one matcher after another per request. */
@Singleton
final class Routes {
    private static final String UP = "{\"status\":\"UP\",\"checks\":[]}";

    private final CallRoute call;
    private final StreamRoute stream;
    private final Counters counters;
    private final ResetToken token;
    private final SessionHold hold;

    @Inject
    Routes(CallRoute call, StreamRoute stream, Counters counters, ResetToken token, SessionHold hold) {
        this.call = call;
        this.stream = stream;
        this.counters = counters;
        this.token = token;
        this.hold = hold;
    }

    void mount(@Observes Router router) {
        router.route().handler(context -> {
            try {
                route(context.request());
            } catch (Refusal refusal) {
                refusal.answer(context.response());
            }
        });
    }

    private void route(HttpServerRequest request) throws Refusal {
        switch (request.path()) {
            case "/call" -> {
                only(HttpMethod.GET, request);
                call.answer(request);
            }
            case "/stream" -> {
                only(HttpMethod.GET, request);
                stream.answer(request);
            }
            case "/stats" -> {
                only(HttpMethod.GET, request);
                json(counters.stats().json(), request.response());
            }
            case "/stats/reset" -> {
                only(HttpMethod.POST, request);
                token.check(request);
                hold.take(request.getHeader(SessionHold.SESSION_HEADER), request.getHeader(SessionHold.SECONDS_HEADER));
                counters.reset();
                request.response().setStatusCode(204).end();
            }
            case "/q/health", "/q/health/live", "/q/health/ready" -> {
                only(HttpMethod.GET, request);
                json(UP, request.response());
            }
            default -> throw Refusal.notFound(request.path());
        }
    }

    private static void only(HttpMethod allowed, HttpServerRequest request) throws Refusal {
        if (request.method() != allowed) {
            throw Refusal.wrongMethod(
                    request.path(), allowed.name(), request.method().name());
        }
    }

    private static void json(String body, HttpServerResponse response) {
        response.putHeader("content-type", "application/json").end(body);
    }
}
