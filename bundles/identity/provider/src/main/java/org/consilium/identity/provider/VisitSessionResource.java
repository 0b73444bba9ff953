package org.consilium.identity.provider;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.Anonymous;
import org.consilium.platform.rest.RestResource;
import org.consilium.platform.security.Sessions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How a patient comes in by the personal link. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=identity")
@Path("visit")
@Produces("application/json")
@Consumes("application/json")
public class VisitSessionResource implements RestResource {
    private final VisitSessionService visits;
    private final Sessions sessions;

    @Activate
    public VisitSessionResource(@Reference VisitSessionService visits, @Reference Sessions sessions) {
        this.visits = visits;
        this.sessions = sessions;
    }

    @POST
    @Path("challenge")
    @Anonymous
    public Challenge challenge(LinkToken token, @Context HttpServletRequest request) {
        return visits.challenge(Required.body(token), ClientAddress.of(request));
    }

    @POST
    @Path("session")
    @Anonymous
    public VisitSession enterVisit(
            LinkAnswer answer, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        String former = Cookies.value(request, Sessions.VISIT_COOKIE);
        VisitSessionService.Entered entered = visits.enter(Required.body(answer), ClientAddress.of(request), former);
        response.addHeader(HttpHeaders.SET_COOKIE, sessions.cookie(Caller.Kind.PATIENT, entered.token()));
        return entered.session();
    }

    @GET
    @Path("session")
    public VisitSession visitSession(@Context Caller caller) {
        return visits.session(caller);
    }

    @POST
    @Path("consent")
    public VisitSession giveConsent(@Context Caller caller, ConsentGiven given) {
        return visits.consent(caller, Required.body(given));
    }

    @DELETE
    @Path("session")
    public void leaveVisit(
            @Context Caller caller, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        visits.leave(caller, Cookies.value(request, Sessions.VISIT_COOKIE));
        response.addHeader(HttpHeaders.SET_COOKIE, sessions.clearedCookie(Caller.Kind.PATIENT));
    }
}
