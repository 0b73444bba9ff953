package org.consilium.notifications.provider;

import java.util.List;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/notifications}: the journal of mails. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=notifications")
@Path("/")
@Produces("application/json")
@Consumes("application/json")
public class NotificationsResource implements RestResource {
    private final MailJournal journal;

    @Activate
    public NotificationsResource(@Reference MailJournal journal) {
        this.journal = journal;
    }

    @GET
    @Path("requests/{requestId}")
    public List<JournalEntry> mailsOfRequest(@Context Caller caller, @PathParam("requestId") UUID requestId) {
        return journal.ofRequest(caller, requestId);
    }
}
