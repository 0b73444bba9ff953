package org.consilium.chat.provider;

import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Page;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** «Сообщения» of staff, {@code /api/chat}. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=chat")
@Path("/")
@Produces("application/json")
@Consumes("application/json")
public class ChatResource implements RestResource {
    private final ChatService chats;

    @Activate
    public ChatResource(@Reference ChatService chats) {
        this.chats = chats;
    }

    @GET
    @Path("chats")
    public Page<ChatRow> chats(
            @Context Caller caller,
            @QueryParam("q") String q,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return chats.list(caller, q, cursor, limit);
    }

    @GET
    @Path("unread")
    public UnreadCounts unread(@Context Caller caller) {
        return chats.unread(caller);
    }

    @GET
    @Path("chats/{requestId}")
    public Chat chat(@Context Caller caller, @PathParam("requestId") UUID requestId) {
        return chats.chat(caller, requestId);
    }

    @GET
    @Path("chats/{requestId}/messages")
    public MessagePage messages(
            @Context Caller caller,
            @PathParam("requestId") UUID requestId,
            @QueryParam("after") Long after,
            @QueryParam("before") Long before,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return chats.messages(caller, requestId, after, before, limit);
    }

    @POST
    @Path("chats/{requestId}/messages")
    public Message postMessage(@Context Caller caller, @PathParam("requestId") UUID requestId, NewMessage message) {
        return chats.post(caller, requestId, message);
    }

    @PUT
    @Path("chats/{requestId}/read")
    public void read(@Context Caller caller, @PathParam("requestId") UUID requestId, ReadPosition position) {
        chats.read(caller, requestId, position);
    }
}
