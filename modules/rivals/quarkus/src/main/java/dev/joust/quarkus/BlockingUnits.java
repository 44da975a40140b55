package dev.joust.quarkus;

import dev.joust.trial.UnitRequests.UnitReply;
import dev.joust.trial.UnitRequests.UnitRequest;
import dev.joust.trial.Work;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The endpoint of {@code quarkus-blocking}. */
@Path("/blocking/units/{class}/{number}")
public class BlockingUnits {
    private final BlockingSteps steps;

    BlockingUnits(BlockingSteps steps) {
        this.steps = steps;
    }

    /** A thread of the worker pool per request. */
    @GET
    @Blocking
    public Response unit(@Context UriInfo uri) {
        return switch (UnitPath.read(uri)) {
            case UnitRequest.Known(Work work) -> UnitPath.answer(steps.run(work));
            case UnitRequest.Refused(UnitReply reply) -> UnitPath.answer(reply);
        };
    }
}
