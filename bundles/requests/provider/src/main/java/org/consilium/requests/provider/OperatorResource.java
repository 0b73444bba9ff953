package org.consilium.requests.provider;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
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

/** For operators: the routes that are there, and what became of one request. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=requests")
@Path("operator")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OperatorResource implements RestResource {
    private final RouteOversight routes;
    private final Traces traces;

    @Activate
    public OperatorResource(@Reference RouteOversight routes, @Reference Traces traces) {
        this.routes = routes;
        this.traces = traces;
    }

    @GET
    @Path("routes")
    public RouteOverview routeOverview(@Context Caller caller) {
        return routes.overview(caller);
    }

    @POST
    @Path("route-check")
    public RouteFindings checkRoute(@Context Caller caller, RouteText file) {
        return routes.examine(caller, file);
    }

    @GET
    @Path("traces/{request}")
    public Trace trace(@Context Caller caller, @PathParam("request") String request) {
        return traces.trace(caller, request);
    }
}
