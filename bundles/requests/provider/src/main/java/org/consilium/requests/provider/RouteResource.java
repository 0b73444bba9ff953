package org.consilium.requests.provider;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
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

/** The first step of the wizard. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=requests")
@Path("routes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RouteResource implements RestResource {
    private final RouteMenu menu;

    @Activate
    public RouteResource(@Reference RouteMenu menu) {
        this.menu = menu;
    }

    @GET
    public List<RouteRow> routes(@Context Caller caller) {
        return menu.routes(caller);
    }

    @PUT
    @Path("{id}/favourite")
    public void addFavourite(@Context Caller caller, @PathParam("id") String id) {
        menu.addFavourite(caller, id);
    }

    @DELETE
    @Path("{id}/favourite")
    public void removeFavourite(@Context Caller caller, @PathParam("id") String id) {
        menu.removeFavourite(caller, id);
    }
}
