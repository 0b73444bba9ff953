package org.consilium.requests.provider;

import java.util.Optional;
import org.consilium.documents.api.DocumentService;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.VisitLinks;
import org.consilium.kernel.ConsiliumException;
import org.consilium.registry.api.PatientDirectory;
import org.consilium.scheduling.api.VisitService;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The domains that requests need, each of which may be away at any time: then 503 {@code platform.domain-away}. */
@Component(service = Neighbours.class)
public class Neighbours {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile StaffDirectory staff;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile PatientDirectory registry;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile VisitService visits;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile DocumentService documents;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile VisitLinks links;

    StaffDirectory staff() {
        return present(staff, "identity");
    }

    PatientDirectory registry() {
        return present(registry, "registry");
    }

    /** Whether the registry may be asked within a transaction. One that is away says so at once. */
    boolean isRegistryLocal() {
        PatientDirectory directory = registry;
        return directory == null || directory.isLocal();
    }

    VisitService visits() {
        return present(visits, "scheduling");
    }

    DocumentService documents() {
        return present(documents, "documents");
    }

    VisitLinks links() {
        return present(links, "identity");
    }

    Optional<StaffDirectory> staffIfPresent() {
        return Optional.ofNullable(staff);
    }

    Optional<VisitService> visitsIfPresent() {
        return Optional.ofNullable(visits);
    }

    private static <T> T present(T service, String domain) {
        if (service == null) {
            throw ConsiliumException.domainAway(domain);
        }
        return service;
    }
}
