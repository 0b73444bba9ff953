package org.consilium.conferencing.provider;

import java.util.List;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What goes on in the rooms of the staff's requests, {@code /api/conferencing}. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=conferencing")
@Path("/")
@Produces("application/json")
public class CallResource implements RestResource {
    private final RoomReader rooms;
    private final DeviceChecks checks;

    @Activate
    public CallResource(@Reference RoomReader rooms, @Reference DeviceChecks checks) {
        this.rooms = rooms;
        this.checks = checks;
    }

    @GET
    @Path("calls")
    public CallPage calls(@Context Caller caller) {
        return rooms.calls(caller);
    }

    @GET
    @Path("device-checks")
    public DeviceCheckPage deviceChecks(@Context Caller caller, @QueryParam("requestId") List<UUID> requestIds) {
        return checks.of(caller, requestIds);
    }
}
