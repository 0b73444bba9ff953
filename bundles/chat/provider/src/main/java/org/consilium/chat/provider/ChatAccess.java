package org.consilium.chat.provider;

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

/** Who may read and write a chat: the staff who take part in its request, and the patient after the consent. A coordinator does not. */
@Component(service = ChatAccess.class)
public class ChatAccess {
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

    /**
     * The request of a chat that the caller may read.
     *
     * @throws ConsiliumException 404 without the right, 403 before the consent, 503 while requests or identity are away
     */
    RequestCard toRead(Caller caller, UUID requestId) {
        requireOwnAndConsented(caller, requestId);
        return takingPart(caller, requests().card(caller, requestId));
    }

    /**
     * The same for a write: locks the request, so call it in the transaction that writes.
     *
     * @throws ConsiliumException also 409 when the request is closed
     */
    RequestCard toWrite(Caller caller, UUID requestId) {
        requireOwnAndConsented(caller, requestId);
        return takingPart(caller, requests().writable(caller, requestId));
    }

    /** Whether the patient's side agreed; false also while identity is away. */
    boolean consented(UUID requestId) {
        VisitLinks known = links;
        return known != null && known.consented(requestId);
    }

    private static RequestCard takingPart(Caller caller, RequestCard request) {
        if (caller.isStaff() && !request.staff().contains(caller.id())) {
            throw ConsiliumException.notFound("requests.not-found");
        }
        return request;
    }

    private void requireOwnAndConsented(Caller caller, UUID requestId) {
        if (!caller.isPatient()) {
            return;
        }
        if (!requestId.equals(caller.requestId())) {
            throw ConsiliumException.notFound("requests.not-found");
        }
        VisitLinks known = links;
        if (known == null) {
            throw ConsiliumException.domainAway("identity");
        }
        if (!known.consented(requestId)) {
            throw ConsiliumException.forbidden("chat.consent-needed");
        }
    }

    private RequestService requests() {
        RequestService known = requests;
        if (known == null) {
            throw ConsiliumException.domainAway("requests");
        }
        return known;
    }
}
