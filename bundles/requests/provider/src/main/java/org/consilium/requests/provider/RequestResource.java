package org.consilium.requests.provider;

import java.util.List;
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
import javax.ws.rs.core.MediaType;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Page;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists and the window of a request. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=requests")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RequestResource implements RestResource {
    private final RequestLists lists;
    private final RequestWindow window;
    private final Closings closings;
    private final HandOvers handOvers;
    private final FollowUps followUps;
    private final Stages stages;

    @Activate
    public RequestResource(
            @Reference RequestLists lists,
            @Reference RequestWindow window,
            @Reference Closings closings,
            @Reference HandOvers handOvers,
            @Reference FollowUps followUps,
            @Reference Stages stages) {
        this.lists = lists;
        this.window = window;
        this.closings = closings;
        this.handOvers = handOvers;
        this.followUps = followUps;
        this.stages = stages;
    }

    @GET
    @Path("list")
    public Page<RequestRow> requests(
            @Context Caller caller,
            @QueryParam("box") String box,
            @QueryParam("closed") boolean closed,
            @QueryParam("q") String q,
            @QueryParam("state") String state,
            @QueryParam("profile") String profile,
            @QueryParam("consultant") String consultant,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("sort") String sort,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        ListFilters filters = new ListFilters(state, profile, consultant, from, to, sort);
        return lists.page(caller, ListQuery.parse(box, closed, q, filters, cursor, limit));
    }

    @GET
    @Path("counters")
    public Counters requestCounters(@Context Caller caller) {
        return lists.counters(caller);
    }

    @GET
    @Path("today")
    public List<RequestRow> today(@Context Caller caller) {
        return lists.today(caller);
    }

    @GET
    @Path("{id}")
    public Request request(@Context Caller caller, @PathParam("id") UUID id) {
        return window.get(caller, id);
    }

    @GET
    @Path("{id}/history")
    public List<HistoryEntry> requestHistory(@Context Caller caller, @PathParam("id") UUID id) {
        return window.history(caller, id);
    }

    @GET
    @Path("{id}/consultants")
    public List<Consultant> assignableConsultants(@Context Caller caller, @PathParam("id") UUID id) {
        return stages.consultants(caller, id);
    }

    @POST
    @Path("{id}/acceptance")
    public Request acceptRequest(@Context Caller caller, @PathParam("id") UUID id, Acceptance acceptance) {
        return stages.accept(caller, id, acceptance);
    }

    @POST
    @Path("{id}/return")
    public Request giveBackRequest(@Context Caller caller, @PathParam("id") UUID id, GivingBack givingBack) {
        return stages.giveBack(caller, id, givingBack);
    }

    @POST
    @Path("{id}/resubmission")
    public Request resubmitRequest(@Context Caller caller, @PathParam("id") UUID id, Resubmission mended) {
        return stages.resubmit(caller, id, mended);
    }

    @POST
    @Path("{id}/completion-without-conclusion")
    public Request completeWithoutConclusion(@Context Caller caller, @PathParam("id") UUID id, Completion completion) {
        return closings.completeWithoutConclusion(caller, id, completion);
    }

    @PUT
    @Path("{id}/identification")
    public Request identifyPatient(@Context Caller caller, @PathParam("id") UUID id, NewIdentification identification) {
        return window.identify(caller, id, identification);
    }

    @POST
    @Path("{id}/reopening")
    public Request reopenRequest(@Context Caller caller, @PathParam("id") UUID id, Reopening reopening) {
        return closings.reopen(caller, id, reopening);
    }

    @POST
    @Path("{id}/cancellation")
    public Request cancelRequest(@Context Caller caller, @PathParam("id") UUID id, Cancellation cancellation) {
        return closings.cancel(caller, id, cancellation);
    }

    @GET
    @Path("{id}/colleagues")
    public List<Colleague> colleagues(@Context Caller caller, @PathParam("id") UUID id) {
        return handOvers.colleagues(caller, id);
    }

    @POST
    @Path("{id}/hand-over")
    public Request handOverRequest(@Context Caller caller, @PathParam("id") UUID id, HandOver handOver) {
        return handOvers.handOver(caller, id, handOver);
    }

    @POST
    @Path("{id}/move")
    public Request moveVisit(@Context Caller caller, @PathParam("id") UUID id, Move move) {
        return handOvers.move(caller, id, move);
    }

    @POST
    @Path("{id}/follow-up")
    public Draft followUp(@Context Caller caller, @PathParam("id") UUID id, FollowUp followUp) {
        return followUps.begin(caller, id, followUp);
    }
}
