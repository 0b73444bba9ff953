package org.consilium.conferencing.provider;

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
import org.consilium.conferencing.api.DeviceCheck;
import org.consilium.conferencing.api.Room;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one room of the patient's page, {@code /api/visit/conferencing/room}. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=conferencing")
@Path("visit/room")
@Produces("application/json")
@Consumes("application/json")
public class VisitRoomResource implements RestResource {
    private final RoomReader rooms;
    private final Entries entries;
    private final OwnSwitches switches;
    private final Rings rings;
    private final ConferenceChat chat;
    private final DeviceChecks checks;
    private final Listeners listeners;
    private final Recordings recordings;

    @Activate
    public VisitRoomResource(
            @Reference RoomReader rooms,
            @Reference Entries entries,
            @Reference OwnSwitches switches,
            @Reference Rings rings,
            @Reference ConferenceChat chat,
            @Reference DeviceChecks checks,
            @Reference Listeners listeners,
            @Reference Recordings recordings) {
        this.rooms = rooms;
        this.entries = entries;
        this.switches = switches;
        this.rings = rings;
        this.chat = chat;
        this.checks = checks;
        this.listeners = listeners;
        this.recordings = recordings;
    }

    @GET
    public Room visitRoom(@Context Caller caller) {
        return rooms.room(caller, caller.requestId());
    }

    @POST
    @Path("entry")
    public Ticket visitEnter(@Context Caller caller, Entry entry) {
        return entries.enter(caller, caller.requestId(), entry);
    }

    @POST
    @Path("leave")
    public void visitLeave(@Context Caller caller, Tab tab) {
        entries.leave(caller, caller.requestId(), tab);
    }

    @PUT
    @Path("own")
    public Room visitOwn(@Context Caller caller, Own own) {
        switches.set(caller, caller.requestId(), own);
        return visitRoom(caller);
    }

    @POST
    @Path("ice")
    public Ice visitIce(@Context Caller caller, Tab tab) {
        return entries.ice(caller, caller.requestId(), tab);
    }

    @POST
    @Path("quality")
    public void visitQuality(@Context Caller caller, QualityReport report) {
        switches.quality(caller, caller.requestId(), report);
    }

    @POST
    @Path("ring/decline")
    public Room visitDeclineRing(@Context Caller caller, RingEnd ring) {
        rings.decline(caller, caller.requestId(), ring);
        return visitRoom(caller);
    }

    @GET
    @Path("messages")
    public MessagePage visitRoomMessages(
            @Context Caller caller,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return chat.messages(caller, caller.requestId(), after, limit);
    }

    @POST
    @Path("messages")
    public Message postVisitRoomMessage(@Context Caller caller, NewMessage message) {
        return chat.post(caller, caller.requestId(), message);
    }

    @PUT
    @Path("listeners/{listenerId}")
    public Room visitConsentToListener(
            @Context Caller caller, @PathParam("listenerId") UUID listenerId, ListenerConsent consent) {
        listeners.consent(caller, caller.requestId(), listenerId, consent);
        return visitRoom(caller);
    }

    @PUT
    @Path("recording/consent")
    public Room visitConsentToRecording(@Context Caller caller, RecordingConsent consent) {
        recordings.consent(caller, caller.requestId(), consent);
        return visitRoom(caller);
    }

    @POST
    @Path("device-check/ice")
    public Ice visitCheckIce(@Context Caller caller) {
        return checks.ice(caller, caller.requestId());
    }

    @PUT
    @Path("device-check")
    public DeviceCheck visitDeviceCheck(@Context Caller caller, DeviceCheck check) {
        return checks.save(caller, caller.requestId(), check);
    }
}
