package dev.joust.quarkus;

import dev.joust.trial.UnitRequests.UnitReply;
import dev.joust.trial.UnitRequests.UnitRequest;
import dev.joust.trial.Work;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The endpoint of {@code quarkus-reactive}. */
@Path("/reactive/units/{class}/{number}")
public class ReactiveUnits {
    private final ReactiveSteps steps;

    ReactiveUnits(ReactiveSteps steps) {
        this.steps = steps;
    }

    /** Everything on the event loop. */
    @GET
    public Uni<Response> unit(@Context UriInfo uri) {
        return switch (UnitPath.read(uri)) {
            case UnitRequest.Known(Work work) ->
                steps.run(work, computation -> computation).map(UnitPath::answer);
            case UnitRequest.Refused(UnitReply reply) -> Uni.createFrom().item(UnitPath.answer(reply));
        };
    }
}
