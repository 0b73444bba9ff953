package org.consilium.requests.provider;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What became of one request, for operators. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=requests")
@Path("traces")
@Produces(MediaType.APPLICATION_JSON)
public class TraceResource implements RestResource {
    private final Traces traces;

    @Activate
    public TraceResource(@Reference Traces traces) {
        this.traces = traces;
    }

    @GET
    @Path("{request}")
    public Trace trace(@Context Caller caller, @PathParam("request") String request) {
        return traces.trace(caller, request);
    }
}
