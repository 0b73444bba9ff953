package org.consilium.conferencing.provider;

import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The board of a room, {@code /api/conferencing/rooms/{requestId}/board}. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=conferencing")
@Path("rooms/{requestId}/board")
@Produces("application/json")
@Consumes("application/json")
public class BoardResource implements RestResource {
    private final Boards boards;
    private final BoardSaves saves;

    @Activate
    public BoardResource(@Reference Boards boards, @Reference BoardSaves saves) {
        this.boards = boards;
        this.saves = saves;
    }

    @GET
    public Board board(
            @Context Caller caller,
            @PathParam("requestId") UUID requestId,
            @QueryParam("after") @DefaultValue("0") long after) {
        return boards.read(caller, requestId, after);
    }

    @POST
    public BoardNumber draw(@Context Caller caller, @PathParam("requestId") UUID requestId, BoardChange change) {
        return boards.draw(caller, requestId, change);
    }

    @GET
    @Path("saves")
    public SavePage boardSaves(@Context Caller caller, @PathParam("requestId") UUID requestId) {
        return saves.saves(caller, requestId);
    }

    @POST
    @Path("saves")
    public Save saveBoard(@Context Caller caller, @PathParam("requestId") UUID requestId, NewSave save) {
        return saves.save(caller, requestId, save);
    }

    @POST
    @Path("saves/{saveId}/restore")
    public BoardNumber restoreBoard(
            @Context Caller caller, @PathParam("requestId") UUID requestId, @PathParam("saveId") UUID saveId) {
        return saves.restore(caller, requestId, saveId);
    }
}
