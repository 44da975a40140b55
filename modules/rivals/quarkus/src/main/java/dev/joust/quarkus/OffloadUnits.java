package dev.joust.quarkus;

import dev.joust.trial.UnitRequests.UnitReply;
import dev.joust.trial.UnitRequests.UnitRequest;
import dev.joust.trial.Work;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The endpoint of {@code quarkus-offload}. */
@Path("/offload/units/{class}/{number}")
public class OffloadUnits {
    private final ReactiveSteps steps;

    OffloadUnits(ReactiveSteps steps) {
        this.steps = steps;
    }

    /** Calls on the event loop, computations on the worker pool. */
    @GET
    public Uni<Response> unit(@Context UriInfo uri) {
        return switch (UnitPath.read(uri)) {
            case UnitRequest.Known(Work work) ->
                steps.run(work, computation -> computation.runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                        .map(UnitPath::answer);
            case UnitRequest.Refused(UnitReply reply) -> Uni.createFrom().item(UnitPath.answer(reply));
        };
    }
}
