package org.consilium.documents.provider;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.consilium.documents.api.Document;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/visit/documents}: the files of the one request that a personal link is for (S111). */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=documents")
@Path("visit")
@Produces("application/json")
@Consumes("application/json")
public class VisitDocumentsResource implements RestResource {
    private final FileService files;
    private final UploadService uploads;

    @Activate
    public VisitDocumentsResource(@Reference FileService files, @Reference UploadService uploads) {
        this.files = files;
        this.uploads = uploads;
    }

    @POST
    @Path("files")
    @Consumes("*/*")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Document.class)))
    public Response uploadOfPatient(
            @Context Caller caller,
            @HeaderParam(UploadHeaders.ID) String id,
            @HeaderParam(UploadHeaders.NAME) String name,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary")))
                    InputStream body) {
        UploadHeaders headers =
                new UploadHeaders(id, name, null, caller.requestId().toString());
        return Response.status(Response.Status.CREATED)
                .entity(uploads.upload(caller, headers::file, body))
                .build();
    }

    @GET
    @Path("files")
    public List<RequestFile> filesOfPatient(@Context Caller caller) {
        return files.ofRequest(caller, caller.requestId());
    }

    @GET
    @Path("files/{id}/content")
    @Produces("*/*")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    public Response contentForPatient(
            @Context Caller caller,
            @PathParam("id") UUID id,
            @QueryParam("inline") @DefaultValue("false") boolean inline,
            @HeaderParam("Range") String range) {
        return ContentResponse.of(files.open(caller, id, range), inline);
    }
}
