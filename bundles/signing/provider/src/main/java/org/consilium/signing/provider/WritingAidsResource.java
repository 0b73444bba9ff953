package org.consilium.signing.provider;

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
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What helps in writing and signing, {@code /api/signing}. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=signing")
@Path("/")
@Produces("application/json")
@Consumes("application/json")
public class WritingAidsResource implements RestResource {
    private static final int MOST_CODES = 100;

    private final IcdRepository icd;
    private final Phrases phrases;
    private final Preflight preflight;

    @Activate
    public WritingAidsResource(
            @Reference IcdRepository icd, @Reference Phrases phrases, @Reference Preflight preflight) {
        this.icd = icd;
        this.phrases = phrases;
        this.preflight = preflight;
    }

    @GET
    @Path("icd")
    public List<IcdCode> icd(@QueryParam("q") String q, @QueryParam("limit") @DefaultValue("30") int limit) {
        return icd.search(q, Math.max(1, Math.min(limit, MOST_CODES)));
    }

    @GET
    @Path("phrases")
    public List<Phrase> phrases(
            @Context Caller caller, @QueryParam("profile") String profile, @QueryParam("field") String field) {
        return phrases.find(caller, profile, field);
    }

    @POST
    @Path("phrases")
    public Phrase addPhrase(@Context Caller caller, PhraseText phrase) {
        return phrases.add(caller, phrase);
    }

    @PUT
    @Path("phrases/{id}")
    public Phrase changePhrase(@Context Caller caller, @PathParam("id") UUID id, PhraseText phrase) {
        return phrases.change(caller, id, phrase);
    }

    @DELETE
    @Path("phrases/{id}")
    public void removePhrase(@Context Caller caller, @PathParam("id") UUID id) {
        phrases.remove(caller, id);
    }

    @GET
    @Path("workplace")
    public Workplace workplace(@Context Caller caller) {
        return preflight.workplace(caller);
    }

    @POST
    @Path("certificates")
    public List<CertificateReport> certificates(@Context Caller caller, Certificates certificates) {
        return preflight.certificates(caller, certificates);
    }
}
