package org.consilium.chat.provider;

import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one chat of the patient's page, {@code /api/visit/chat}. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=chat")
@Path("visit")
@Produces("application/json")
@Consumes("application/json")
public class VisitChatResource implements RestResource {
    private final ChatService chats;

    @Activate
    public VisitChatResource(@Reference ChatService chats) {
        this.chats = chats;
    }

    @GET
    @Path("chat")
    public Chat visitChat(@Context Caller caller) {
        return chats.chat(caller, caller.requestId());
    }

    @GET
    @Path("messages")
    public MessagePage visitMessages(
            @Context Caller caller,
            @QueryParam("after") Long after,
            @QueryParam("before") Long before,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return chats.messages(caller, caller.requestId(), after, before, limit);
    }

    @POST
    @Path("messages")
    public Message postVisitMessage(@Context Caller caller, NewMessage message) {
        return chats.post(caller, caller.requestId(), message);
    }

    @PUT
    @Path("read")
    public void visitRead(@Context Caller caller, ReadPosition position) {
        chats.read(caller, caller.requestId(), position);
    }
}
