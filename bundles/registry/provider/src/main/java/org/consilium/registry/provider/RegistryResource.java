package org.consilium.registry.provider;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.consilium.registry.api.Identifiers;
import org.consilium.registry.api.PatientDirectory;
import org.consilium.registry.api.Person;
import org.consilium.registry.api.PersonQuery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The search of the wizard. A POST, so that identifiers stay out of addresses and of the logs that keep these. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=registry")
@Path("/")
@Produces("application/json")
@Consumes("application/json")
public class RegistryResource implements RestResource {
    private final PatientDirectory directory;

    // Greedy: an adapter to the region's registry, which comes with a higher ranking, takes over when it arrives.
    @Activate
    public RegistryResource(@Reference(policyOption = ReferencePolicyOption.GREEDY) PatientDirectory directory) {
        this.directory = directory;
    }

    @POST
    @Path("search")
    public SearchAnswer search(@Context Caller caller, PersonQuery query) {
        List<Person> found = directory.find(caller, query);
        return new SearchAnswer(found, hasRightCheckDigit(query));
    }

    private static boolean hasRightCheckDigit(PersonQuery query) {
        return Identifiers.normalise(query.kind(), query.value())
                .map(normal -> Identifiers.hasRightCheckDigit(query.kind(), normal))
                .orElse(true);
    }
}
