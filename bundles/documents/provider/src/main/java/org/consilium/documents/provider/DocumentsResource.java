package org.consilium.documents.provider;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.consilium.documents.api.Document;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Page;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/documents}: files as the staff sees them. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=documents")
@Path("/")
@Produces("application/json")
@Consumes("application/json")
public class DocumentsResource implements RestResource {
    private final FileService files;
    private final UploadService uploads;

    @Activate
    public DocumentsResource(@Reference FileService files, @Reference UploadService uploads) {
        this.files = files;
        this.uploads = uploads;
    }

    @POST
    @Path("files")
    @Consumes("*/*")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Document.class)))
    public Response upload(
            @Context Caller caller,
            @HeaderParam(UploadHeaders.ID) String id,
            @HeaderParam(UploadHeaders.NAME) String name,
            @HeaderParam(UploadHeaders.FOLDER) String folder,
            @HeaderParam(UploadHeaders.REQUEST) String request,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary")))
                    InputStream body) {
        UploadHeaders headers = new UploadHeaders(id, name, folder, request);
        return Response.status(Response.Status.CREATED)
                .entity(uploads.upload(caller, headers::file, body))
                .build();
    }

    @GET
    @Path("files")
    public Page<OwnFile> files(
            @Context Caller caller,
            @QueryParam("q") String query,
            @QueryParam("folder") String folder,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return files.own(caller, query, folder, cursor, limit);
    }

    @GET
    @Path("folders")
    public List<Folder> folders(@Context Caller caller) {
        return files.folders(caller);
    }

    @GET
    @Path("requests/{requestId}/files")
    public List<RequestFile> filesOfRequest(@Context Caller caller, @PathParam("requestId") UUID requestId) {
        return files.ofRequest(caller, requestId);
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
    public Response content(
            @Context Caller caller,
            @PathParam("id") UUID id,
            @QueryParam("inline") @DefaultValue("false") boolean inline,
            @HeaderParam("Range") String range) {
        return ContentResponse.of(files.open(caller, id, range), inline);
    }

    @PUT
    @Path("files/{id}")
    public Document change(@Context Caller caller, @PathParam("id") UUID id, FileChange change) {
        return files.change(caller, id, change);
    }

    @DELETE
    @Path("files/{id}")
    public void delete(@Context Caller caller, @PathParam("id") UUID id) {
        files.delete(caller, id);
    }
}
