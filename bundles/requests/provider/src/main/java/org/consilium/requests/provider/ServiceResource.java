package org.consilium.requests.provider;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Page;
import org.consilium.platform.rest.RestResource;
import org.consilium.routes.api.RouteDescription;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** For systems of a clinic, with a service token: file a request and follow it. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=requests")
@Path("service")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ServiceResource implements RestResource {
    private static final String EXAMPLE =
            """
            {"doctorId": "01890a5d-ac96-774b-bcce-b302099a8057", "routeId": "general.patient", "profile": "97",
             "person": {"kind": "SNILS", "value": "112-233-445 95"}, "email": "patient@example.org",
             "phone": "+7 912 345-67-89", "comment": "Контроль терапии", "consultantId": "01890a5d-ac96-774b-bcce-b302099a8057",
             "start": "2026-03-10T12:00:00Z"}""";

    private final Filings filings;

    @Activate
    public ServiceResource(@Reference Filings filings) {
        this.filings = filings;
    }

    @GET
    @Path("routes")
    @Operation(summary = "The routes that are open to a doctor of the organisation")
    public List<RouteDescription> serviceRoutes(@Context Caller caller, @QueryParam("doctor") UUID doctor) {
        return filings.routes(caller, doctor);
    }

    @GET
    @Path("routes/{id}/consultants")
    @Operation(summary = "Who may be asked on a route, each with the next free slot")
    public List<Consultant> serviceConsultants(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("doctor") UUID doctor,
            @QueryParam("profile") String profile) {
        return filings.consultants(caller, doctor, id, profile);
    }

    @POST
    @Operation(
            summary = "Files a request, once for each key",
            description =
                    "A retry with the same Idempotency-Key within 24 hours answers the request that was filed. The same key with"
                            + " another body is refused with 422 requests.idempotency-key-used.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = FiledRequest.class)))
    public Response fileRequest(
            @Context Caller caller,
            @Parameter(required = true, description = "1 to 100 visible ASCII characters", example = "mis-2026-000123")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Filing.class),
                                            examples = @ExampleObject(name = "filing", value = EXAMPLE)))
                    Filing filing) {
        return Response.status(Response.Status.CREATED)
                .entity(filings.file(caller, key, filing))
                .build();
    }

    @GET
    @Operation(summary = "The organisation's requests, the newest first")
    public Page<FiledRequest> filedRequests(
            @Context Caller caller,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return filings.list(caller, cursor, limit);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "What became of a request of the organisation")
    public FiledRequest filedRequest(@Context Caller caller, @PathParam("id") UUID id) {
        return filings.get(caller, id);
    }
}
