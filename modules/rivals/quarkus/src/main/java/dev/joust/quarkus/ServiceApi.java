package dev.joust.quarkus;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The network service, as a REST client sees it. */
@RegisterRestClient(configKey = "service")
interface ServiceApi {
    @GET
    @Path("/call")
    Uni<byte[]> call(@QueryParam("delay") String delay, @QueryParam("bytes") long bytes, @QueryParam("key") String key);

    @GET
    @Path("/stream")
    Uni<byte[]> stream(@QueryParam("bytes") long bytes, @QueryParam("key") String key);

    @GET
    @Path("/call")
    byte[] callAndWait(
            @QueryParam("delay") String delay, @QueryParam("bytes") long bytes, @QueryParam("key") String key);

    @GET
    @Path("/stream")
    byte[] streamAndWait(@QueryParam("bytes") long bytes, @QueryParam("key") String key);
}
