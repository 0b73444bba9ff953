package org.consilium.identity.provider;

import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Page;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** «Пользователи». */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=identity")
@Path("/")
@Produces("application/json")
@Consumes("application/json")
public class DirectoryResource implements RestResource {
    private final StaffDirectory directory;

    @Activate
    public DirectoryResource(@Reference StaffDirectory directory) {
        this.directory = directory;
    }

    @GET
    @Path("directory")
    public Page<StaffMember> directory(
            @Context Caller caller,
            @QueryParam("q") String q,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return directory.search(caller, q, cursor, limit);
    }
}
