package dev.joust.quarkus;

import dev.joust.trial.Outcome;
import dev.joust.trial.UnitRequests;
import dev.joust.trial.UnitRequests.UnitReply;
import dev.joust.trial.UnitRequests.UnitRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What the endpoints have in common: they read the path of a unit, and write its answer. */
final class UnitPath {
    private UnitPath() {}

    /** What a request asks for; the path begins with the kind of the endpoint. */
    static UnitRequest read(UriInfo uri) {
        var path = uri.getRequestUri().getRawPath();
        return QuarkusServer.needs().requests().read("GET", path.substring(path.indexOf(UnitRequests.PREFIX)));
    }

    static Response answer(Outcome outcome) {
        return answer(QuarkusServer.needs().requests().reply(outcome));
    }

    static Response answer(UnitReply reply) {
        return Response.status(reply.status())
                .type(UnitRequests.CONTENT_TYPE)
                .entity(reply.text() + "\n")
                .build();
    }
}
