package org.consilium.signing.provider;

import java.util.Optional;
import java.util.UUID;
import org.consilium.documents.api.DocumentService;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffIdentifiers;
import org.consilium.identity.api.VisitLinks;
import org.consilium.kernel.ConsiliumException;
import org.consilium.requests.api.RequestClosing;
import org.consilium.requests.api.RequestService;
import org.consilium.requests.api.RouteForms;
import org.consilium.signing.api.SignatureVerifier;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The services of other domains, each of which may be away: then whatever needs it answers 503. */
@Component(service = Neighbours.class)
public class Neighbours {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile RequestService requests;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile RequestClosing closing;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile RouteForms forms;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile DocumentService documents;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile StaffDirectory staff;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile StaffIdentifiers identifiers;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile VisitLinks links;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SignatureVerifier verifier;

    RequestService requests() {
        return there(requests, "requests");
    }

    RequestClosing closing() {
        return there(closing, "requests");
    }

    RouteForms forms() {
        return there(forms, "requests");
    }

    DocumentService documents() {
        return there(documents, "documents");
    }

    StaffDirectory staff() {
        return there(staff, "identity");
    }

    StaffIdentifiers identifiers() {
        return there(identifiers, "identity");
    }

    VisitLinks links() {
        return there(links, "identity");
    }

    Optional<SignatureVerifier> verifier() {
        return Optional.ofNullable(verifier);
    }

    /** @throws ConsiliumException 409 while nobody entered it: a signature could not be bound to the doctor */
    String snilsOf(UUID accountId) {
        return identifiers()
                .snils(accountId)
                .orElseThrow(() -> ConsiliumException.conflict("signing.snils-missing", "the account has no СНИЛС"));
    }

    private static <T> T there(T service, String domain) {
        if (service == null) {
            throw ConsiliumException.domainAway(domain);
        }
        return service;
    }
}
