package org.consilium.conferencing.provider;

import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.consilium.conferencing.api.Room;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A room as its participants on the staff's side use it, {@code /api/conferencing/rooms/{requestId}}. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=conferencing")
@Path("rooms/{requestId}")
@Produces("application/json")
@Consumes("application/json")
public class RoomResource implements RestResource {
    private final RoomReader rooms;
    private final Entries entries;
    private final OwnSwitches switches;
    private final Rings rings;
    private final ConferenceChat chat;
    private final DeviceChecks checks;
    private final HostCommands host;
    private final Listeners listeners;
    private final Recordings recordings;

    @Activate
    public RoomResource(
            @Reference RoomReader rooms,
            @Reference Entries entries,
            @Reference OwnSwitches switches,
            @Reference Rings rings,
            @Reference ConferenceChat chat,
            @Reference DeviceChecks checks,
            @Reference HostCommands host,
            @Reference Listeners listeners,
            @Reference Recordings recordings) {
        this.rooms = rooms;
        this.entries = entries;
        this.switches = switches;
        this.rings = rings;
        this.chat = chat;
        this.checks = checks;
        this.host = host;
        this.listeners = listeners;
        this.recordings = recordings;
    }

    @GET
    public Room room(@Context Caller caller, @PathParam("requestId") UUID requestId) {
        return rooms.room(caller, requestId);
    }

    @POST
    @Path("entry")
    public Ticket enter(@Context Caller caller, @PathParam("requestId") UUID requestId, Entry entry) {
        return entries.enter(caller, requestId, entry);
    }

    @POST
    @Path("leave")
    public void leave(@Context Caller caller, @PathParam("requestId") UUID requestId, Tab tab) {
        entries.leave(caller, requestId, tab);
    }

    @PUT
    @Path("own")
    public Room own(@Context Caller caller, @PathParam("requestId") UUID requestId, Own own) {
        switches.set(caller, requestId, own);
        return rooms.room(caller, requestId);
    }

    @POST
    @Path("ice")
    public Ice ice(@Context Caller caller, @PathParam("requestId") UUID requestId, Tab tab) {
        return entries.ice(caller, requestId, tab);
    }

    @POST
    @Path("quality")
    public void quality(@Context Caller caller, @PathParam("requestId") UUID requestId, QualityReport report) {
        switches.quality(caller, requestId, report);
    }

    @POST
    @Path("ring")
    public Room ring(@Context Caller caller, @PathParam("requestId") UUID requestId, NewRing ring) {
        rings.ring(caller, requestId, ring);
        return rooms.room(caller, requestId);
    }

    @POST
    @Path("ring/cancel")
    public Room cancelRing(@Context Caller caller, @PathParam("requestId") UUID requestId, RingEnd ring) {
        rings.cancel(caller, requestId, ring);
        return rooms.room(caller, requestId);
    }

    @PUT
    @Path("delay")
    public Room delay(@Context Caller caller, @PathParam("requestId") UUID requestId, Delay delay) {
        rings.delay(caller, requestId, delay);
        return rooms.room(caller, requestId);
    }

    @GET
    @Path("messages")
    public MessagePage roomMessages(
            @Context Caller caller,
            @PathParam("requestId") UUID requestId,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return chat.messages(caller, requestId, after, limit);
    }

    @POST
    @Path("messages")
    public Message postRoomMessage(@Context Caller caller, @PathParam("requestId") UUID requestId, NewMessage message) {
        return chat.post(caller, requestId, message);
    }

    @GET
    @Path("log")
    public LogPage log(@Context Caller caller, @PathParam("requestId") UUID requestId) {
        return rooms.log(caller, requestId);
    }

    @POST
    @Path("device-check/ice")
    public Ice checkIce(@Context Caller caller, @PathParam("requestId") UUID requestId) {
        return checks.ice(caller, requestId);
    }

    // ---- the host's

    @POST
    @Path("admission")
    public Room admission(@Context Caller caller, @PathParam("requestId") UUID requestId, Admission admission) {
        host.admission(caller, requestId, admission);
        return rooms.room(caller, requestId);
    }

    @POST
    @Path("host")
    public Room handOver(@Context Caller caller, @PathParam("requestId") UUID requestId, NewHost next) {
        host.handOver(caller, requestId, next);
        return rooms.room(caller, requestId);
    }

    @POST
    @Path("participants/{participantId}/microphone")
    public Room microphone(
            @Context Caller caller,
            @PathParam("requestId") UUID requestId,
            @PathParam("participantId") UUID participantId,
            MicrophoneSwitch microphone) {
        host.microphone(caller, requestId, participantId, microphone);
        return rooms.room(caller, requestId);
    }

    @POST
    @Path("end")
    public Room end(@Context Caller caller, @PathParam("requestId") UUID requestId) {
        host.end(caller, requestId);
        return rooms.room(caller, requestId);
    }

    @POST
    @Path("listeners")
    public Room askListener(@Context Caller caller, @PathParam("requestId") UUID requestId, NewListener listener) {
        listeners.ask(caller, requestId, listener);
        return rooms.room(caller, requestId);
    }

    @DELETE
    @Path("listeners/{listenerId}")
    public Room removeListener(
            @Context Caller caller, @PathParam("requestId") UUID requestId, @PathParam("listenerId") UUID listenerId) {
        listeners.remove(caller, requestId, listenerId);
        return rooms.room(caller, requestId);
    }

    @POST
    @Path("recording")
    public Room record(@Context Caller caller, @PathParam("requestId") UUID requestId, RecordingWish wish) {
        recordings.wish(caller, requestId, wish);
        return rooms.room(caller, requestId);
    }

    @PUT
    @Path("recording/consent")
    public Room consentToRecording(
            @Context Caller caller, @PathParam("requestId") UUID requestId, RecordingConsent consent) {
        recordings.consent(caller, requestId, consent);
        return rooms.room(caller, requestId);
    }
}
