package org.consilium.identity.provider;

import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.consilium.identity.api.IssuedLink;
import org.consilium.identity.api.LinkStatus;
import org.consilium.identity.api.VisitLinks;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The personal links of a request, for its doctors. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=identity")
@Path("/")
@Produces("application/json")
@Consumes("application/json")
public class LinkResource implements RestResource {
    private final VisitLinks links;

    @Activate
    public LinkResource(@Reference VisitLinks links) {
        this.links = links;
    }

    @GET
    @Path("links/{requestId}")
    public LinkStatus linkStatus(@Context Caller caller, @PathParam("requestId") UUID requestId) {
        return links.status(caller, requestId);
    }

    @POST
    @Path("links/{requestId}")
    public IssuedLink issueLink(@Context Caller caller, @PathParam("requestId") UUID requestId) {
        return links.issue(caller, requestId);
    }

    @DELETE
    @Path("links/{requestId}")
    public void revokeLinks(@Context Caller caller, @PathParam("requestId") UUID requestId) {
        links.revokeAll(caller, requestId);
    }
}
