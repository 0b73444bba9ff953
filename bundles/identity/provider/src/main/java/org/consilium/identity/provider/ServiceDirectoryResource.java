package org.consilium.identity.provider;

import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Page;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** For systems of an organisation: in whose name they may file requests. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=identity")
@Path("service")
@Produces("application/json")
public class ServiceDirectoryResource implements RestResource {
    private final StaffDirectoryImpl directory;

    @Activate
    public ServiceDirectoryResource(@Reference StaffDirectoryImpl directory) {
        this.directory = directory;
    }

    @GET
    @Path("doctors")
    public Page<StaffMember> serviceDoctors(
            @Context Caller caller,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return directory.doctors(caller, cursor, limit);
    }
}
