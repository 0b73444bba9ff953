package org.consilium.signing.provider;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
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
import javax.ws.rs.core.Response;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The conclusion on the patient's page, {@code /api/visit/signing}. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=signing")
@Path("visit")
@Produces("application/json")
@Consumes("application/json")
public class VisitSigningResource implements RestResource {
    private final Conclusions conclusions;
    private final Signatures signatures;

    @Activate
    public VisitSigningResource(@Reference Conclusions conclusions, @Reference Signatures signatures) {
        this.conclusions = conclusions;
        this.signatures = signatures;
    }

    @GET
    @Path("documents")
    public List<ConclusionDocument> visitDocuments(@Context Caller caller) {
        return conclusions.ofRequest(caller, caller.requestId());
    }

    @GET
    @Path("documents/{id}/content")
    @Produces("*/*")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    public Response visitDocumentContent(
            @Context Caller caller,
            @PathParam("id") UUID id,
            @QueryParam("inline") @DefaultValue("false") boolean inline) {
        return Download.of(conclusions.content(caller, id), inline);
    }

    @GET
    @Path("documents/{id}/archive")
    @Produces("*/*")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    public Response visitDocumentArchive(@Context Caller caller, @PathParam("id") UUID id) {
        return Download.of(conclusions.archive(caller, id), false);
    }

    @POST
    @Path("documents/{id}/verification")
    public Verification verifyVisitDocument(@Context Caller caller, @PathParam("id") UUID id) {
        return signatures.verify(caller, id);
    }
}
