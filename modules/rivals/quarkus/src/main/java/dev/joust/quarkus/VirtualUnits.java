package dev.joust.quarkus;

import dev.joust.trial.UnitRequests.UnitReply;
import dev.joust.trial.UnitRequests.UnitRequest;
import dev.joust.trial.Work;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The endpoint of {@code quarkus-virtual}. */
@Path("/virtual/units/{class}/{number}")
public class VirtualUnits {
    private final BlockingSteps steps;

    VirtualUnits(BlockingSteps steps) {
        this.steps = steps;
    }

    /** A virtual thread per request. */
    @GET
    @RunOnVirtualThread
    public Response unit(@Context UriInfo uri) {
        return switch (UnitPath.read(uri)) {
            case UnitRequest.Known(Work work) -> UnitPath.answer(steps.run(work));
            case UnitRequest.Refused(UnitReply reply) -> UnitPath.answer(reply);
        };
    }
}
