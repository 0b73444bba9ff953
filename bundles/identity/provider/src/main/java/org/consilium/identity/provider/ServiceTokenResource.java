package org.consilium.identity.provider;

import java.util.List;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.consilium.identity.api.Organisation;
import org.consilium.identity.api.StaffAdministration;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tokens of other systems, for operators. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=identity")
@Path("/")
@Produces("application/json")
@Consumes("application/json")
public class ServiceTokenResource implements RestResource {
    private final ServiceTokenAdministration tokens;
    private final StaffAdministration administration;

    @Activate
    public ServiceTokenResource(
            @Reference ServiceTokenAdministration tokens, @Reference StaffAdministration administration) {
        this.tokens = tokens;
        this.administration = administration;
    }

    @GET
    @Path("organisations")
    public List<Organisation> organisations(@Context Caller caller) {
        return administration.organisations(caller);
    }

    @GET
    @Path("service-tokens")
    public List<ServiceToken> serviceTokens(@Context Caller caller) {
        return tokens.list(caller);
    }

    @POST
    @Path("service-tokens")
    public IssuedServiceToken createServiceToken(@Context Caller caller, NewServiceToken token) {
        return tokens.create(caller, token);
    }

    @DELETE
    @Path("service-tokens/{id}")
    public void revokeServiceToken(@Context Caller caller, @PathParam("id") UUID id) {
        tokens.revoke(caller, id);
    }
}
