package org.consilium.signing.provider;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
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
import javax.ws.rs.core.Response;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Conclusions of staff, {@code /api/signing}. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=signing")
@Path("/")
@Produces("application/json")
@Consumes("application/json")
public class SigningResource implements RestResource {
    private final Drafts drafts;
    private final ConclusionMaker maker;
    private final Conclusions conclusions;
    private final Signatures signatures;
    private final RecordSealer records;
    private final CdaExport cda;

    @Activate
    public SigningResource(
            @Reference Drafts drafts,
            @Reference ConclusionMaker maker,
            @Reference Conclusions conclusions,
            @Reference Signatures signatures,
            @Reference RecordSealer records,
            @Reference CdaExport cda) {
        this.drafts = drafts;
        this.maker = maker;
        this.conclusions = conclusions;
        this.signatures = signatures;
        this.records = records;
        this.cda = cda;
    }

    @GET
    @Path("requests/{id}/conclusion")
    public Conclusion conclusion(@Context Caller caller, @PathParam("id") UUID id) {
        return drafts.read(caller, id);
    }

    @PUT
    @Path("requests/{id}/conclusion")
    public Conclusion saveConclusion(@Context Caller caller, @PathParam("id") UUID id, NewConclusion conclusion) {
        return drafts.save(caller, id, conclusion);
    }

    @POST
    @Path("requests/{id}/conclusion/document")
    public ConclusionDocument makeDocument(@Context Caller caller, @PathParam("id") UUID id, NewDocument document) {
        return maker.make(caller, id, document);
    }

    @GET
    @Path("requests/{id}/documents")
    public List<ConclusionDocument> documentsOfRequest(@Context Caller caller, @PathParam("id") UUID id) {
        return conclusions.ofRequest(caller, id);
    }

    @POST
    @Path("requests/{id}/signature")
    public ConclusionDocument sign(@Context Caller caller, @PathParam("id") UUID id, NewSignature signature) {
        return signatures.sign(caller, id, signature);
    }

    @POST
    @Path("requests/{id}/completion")
    public ConclusionDocument completeWithConclusion(@Context Caller caller, @PathParam("id") UUID id, Chosen chosen) {
        return conclusions.complete(caller, id, chosen);
    }

    @POST
    @Path("requests/{id}/await-signature")
    public ConclusionDocument awaitSignature(@Context Caller caller, @PathParam("id") UUID id, Chosen chosen) {
        return conclusions.awaitSignature(caller, id, chosen);
    }

    @POST
    @Path("requests/{id}/resume")
    public Conclusion resume(@Context Caller caller, @PathParam("id") UUID id) {
        return conclusions.resume(caller, id);
    }

    @POST
    @Path("requests/{id}/scan")
    public ConclusionDocument uploadScan(@Context Caller caller, @PathParam("id") UUID id, NewScan scan) {
        return maker.scan(caller, id, scan);
    }

    @POST
    @Path("requests/{id}/correction")
    public Conclusion openCorrection(@Context Caller caller, @PathParam("id") UUID id, NewCorrection correction) {
        return drafts.correct(caller, id, correction);
    }

    @DELETE
    @Path("requests/{id}/correction")
    public void giveUpCorrection(@Context Caller caller, @PathParam("id") UUID id) {
        drafts.giveUpCorrection(caller, id);
    }

    @GET
    @Path("requests/{id}/sealed-record")
    @Produces("*/*")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    public Response sealedRecord(@Context Caller caller, @PathParam("id") UUID id) {
        return Download.of("record-" + id + ".txt", "text/plain", records.record(caller, id));
    }

    @GET
    @Path("documents/{id}")
    public ConclusionDocument document(@Context Caller caller, @PathParam("id") UUID id) {
        return conclusions.get(caller, id);
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
    public Response documentContent(
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
    public Response documentArchive(@Context Caller caller, @PathParam("id") UUID id) {
        return Download.of(conclusions.archive(caller, id), false);
    }

    @GET
    @Path("documents/{id}/cda")
    @Produces("*/*")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    public Response documentCda(@Context Caller caller, @PathParam("id") UUID id) {
        return Download.of("conclusion-" + id + ".xml", "application/xml", cda.xml(caller, id));
    }

    @POST
    @Path("documents/{id}/verification")
    public Verification verifyDocument(@Context Caller caller, @PathParam("id") UUID id) {
        return signatures.verify(caller, id);
    }

    @GET
    @Path("awaiting")
    public List<Awaiting> awaiting(@Context Caller caller) {
        return conclusions.awaiting(caller);
    }

    @GET
    @Path("earlier")
    public List<Earlier> earlier(@Context Caller caller, @QueryParam("limit") @DefaultValue("20") int limit) {
        return conclusions.earlier(caller, limit);
    }
}
