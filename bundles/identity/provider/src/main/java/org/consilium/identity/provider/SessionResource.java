package org.consilium.identity.provider;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
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

/** Log-in and log-out of staff. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=identity")
@Path("/")
@Produces("application/json")
@Consumes("application/json")
public class SessionResource implements RestResource {
    private final LogInService logIn;
    private final Sessions sessions;

    @Activate
    public SessionResource(@Reference LogInService logIn, @Reference Sessions sessions) {
        this.logIn = logIn;
        this.sessions = sessions;
    }

    @POST
    @Path("session")
    @Anonymous
    public Me logIn(
            Credentials credentials, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        String former = Cookies.value(request, Sessions.STAFF_COOKIE);
        LogInService.LoggedIn loggedIn = logIn.logIn(Required.body(credentials), ClientAddress.of(request), former);
        response.addHeader(HttpHeaders.SET_COOKIE, sessions.cookie(Caller.Kind.STAFF, loggedIn.token()));
        return loggedIn.me();
    }

    @GET
    @Path("session")
    public Me me(@Context Caller caller) {
        return logIn.me(caller);
    }

    @DELETE
    @Path("session")
    public void logOut(
            @Context Caller caller, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        logIn.logOut(caller, Cookies.value(request, Sessions.STAFF_COOKIE));
        response.addHeader(HttpHeaders.SET_COOKIE, sessions.clearedCookie(Caller.Kind.STAFF));
    }

    @PUT
    @Path("password")
    public void changePassword(@Context Caller caller, PasswordChange change, @Context HttpServletResponse response) {
        String token = logIn.changePassword(caller, Required.body(change));
        response.addHeader(HttpHeaders.SET_COOKIE, sessions.cookie(Caller.Kind.STAFF, token));
    }
}
