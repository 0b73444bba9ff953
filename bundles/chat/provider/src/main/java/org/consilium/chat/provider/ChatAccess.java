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

/** Who may read and write a chat: whoever has the right on its request, and a patient only after the consent. */
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
        return requests().card(caller, requestId);
    }

    /**
     * The same for a write: locks the request, so call it in the transaction that writes.
     *
     * @throws ConsiliumException also 409 when the request is closed
     */
    RequestCard toWrite(Caller caller, UUID requestId) {
        requireOwnAndConsented(caller, requestId);
        return requests().writable(caller, requestId);
    }

    /** Whether the patient's side agreed; false also while identity is away. */
    boolean consented(UUID requestId) {
        VisitLinks known = links;
        return known != null && known.consented(requestId);
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
