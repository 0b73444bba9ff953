package org.consilium.documents.provider;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.consilium.identity.api.VisitLinks;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestService;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Who may see and write what. A file is seen by its owner on the staff, by the participants of its request and, once
 * the consent is given, by the patient's side of that request; it is changed by its owner alone. What others may not
 * see does not exist for them.
 */
@Component(service = DocumentRights.class)
public class DocumentRights {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile RequestService requests;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile VisitLinks links;

    /** The same file, when the caller may see it; else 404. */
    DocumentEntity checkVisible(Caller caller, DocumentEntity file) {
        if (visible(caller, List.of(file)).isEmpty()) {
            throw notFound();
        }
        return file;
    }

    /** Those which the caller may see; the requests of all of them are asked for at once. */
    List<DocumentEntity> visible(Caller caller, Collection<DocumentEntity> files) {
        if (caller.isSystem()) {
            return List.copyOf(files);
        }
        if (caller.isPatient()) {
            List<DocumentEntity> own = files.stream()
                    .filter(file -> caller.requestId().equals(file.request()))
                    .toList();
            if (!own.isEmpty()) {
                checkConsent(caller);
            }
            return own;
        }
        List<UUID> asked = files.stream()
                .filter(file -> !file.isOwnedBy(caller.id()))
                .map(DocumentEntity::request)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, RequestCard> cards = asked.isEmpty() ? Map.of() : requests().cards(caller, asked);
        return files.stream()
                .filter(file ->
                        file.isOwnedBy(caller.id()) || (file.requestId != null && cards.containsKey(file.request())))
                .toList();
    }

    /** Checks that the caller may see the files of a request. */
    void checkParticipant(Caller caller, UUID requestId) {
        if (caller.isPatient()) {
            if (!caller.requestId().equals(requestId)) {
                throw notFound();
            }
            checkConsent(caller);
        } else if (!caller.isSystem()) {
            requests().card(caller, requestId);
        }
    }

    /** The request, locked for a write of the caller's transaction; 409 {@code requests.closed} when it is closed. */
    RequestCard writable(Caller caller, UUID requestId) {
        if (caller.isPatient()) {
            checkConsent(caller);
        }
        return requests().writable(caller, requestId);
    }

    /** What the caller may know of the files' requests; nothing while requests are away. */
    Map<UUID, RequestCard> cards(Caller caller, Collection<DocumentEntity> files) {
        RequestService service = requests;
        List<UUID> ids = files.stream()
                .map(DocumentEntity::request)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return service == null || ids.isEmpty() ? Map.of() : service.cards(caller, ids);
    }

    static ConsiliumException notFound() {
        return ConsiliumException.notFound("documents.not-found");
    }

    private void checkConsent(Caller patient) {
        VisitLinks service = links;
        if (service == null) {
            throw ConsiliumException.domainAway("identity");
        }
        if (!service.consented(patient.requestId())) {
            throw ConsiliumException.forbidden("documents.consent-needed");
        }
    }

    private RequestService requests() {
        RequestService service = requests;
        if (service == null) {
            throw ConsiliumException.domainAway("requests");
        }
        return service;
    }
}
