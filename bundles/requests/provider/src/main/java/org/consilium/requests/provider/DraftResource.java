package org.consilium.requests.provider;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The wizard from the patient on. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=requests")
@Path("drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DraftResource implements RestResource {
    private final DraftService drafts;
    private final Submissions submissions;

    @Activate
    public DraftResource(@Reference DraftService drafts, @Reference Submissions submissions) {
        this.drafts = drafts;
        this.submissions = submissions;
    }

    @POST
    public Draft beginDraft(@Context Caller caller, NewDraft draft) {
        return drafts.begin(caller, draft);
    }

    @GET
    public List<Draft> drafts(@Context Caller caller) {
        return drafts.all(caller);
    }

    @GET
    @Path("{id}")
    public Draft draft(@Context Caller caller, @PathParam("id") UUID id) {
        return drafts.get(caller, id);
    }

    @PUT
    @Path("{id}")
    public Draft changeDraft(@Context Caller caller, @PathParam("id") UUID id, DraftChange change) {
        return drafts.change(caller, id, change);
    }

    @DELETE
    @Path("{id}")
    public void dropDraft(@Context Caller caller, @PathParam("id") UUID id) {
        drafts.drop(caller, id);
    }

    @GET
    @Path("{id}/consultants")
    public List<Consultant> consultants(@Context Caller caller, @PathParam("id") UUID id) {
        return drafts.consultants(caller, id);
    }

    @POST
    @Path("{id}/submission")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Request.class)))
    public Response submit(@Context Caller caller, @PathParam("id") UUID id, Submission submission) {
        return Response.status(Response.Status.CREATED)
                .entity(submissions.submit(caller, id, submission))
                .build();
    }
}
