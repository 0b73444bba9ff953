package org.consilium.conferencing.provider;

import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The board on the patient's page, {@code /api/visit/conferencing/room/board}. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=conferencing")
@Path("visit/room/board")
@Produces("application/json")
@Consumes("application/json")
public class VisitBoardResource implements RestResource {
    private final Boards boards;

    @Activate
    public VisitBoardResource(@Reference Boards boards) {
        this.boards = boards;
    }

    @GET
    public Board visitBoard(@Context Caller caller, @QueryParam("after") @DefaultValue("0") long after) {
        return boards.read(caller, caller.requestId(), after);
    }

    @POST
    public BoardNumber visitDraw(@Context Caller caller, BoardChange change) {
        return boards.draw(caller, caller.requestId(), change);
    }
}
