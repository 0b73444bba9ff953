package org.consilium.signing.provider;

import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.requests.api.RequestCard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may what: whoever takes part in the request reads what is finished; its consultant writes; the patient after the consent. */
@Component(service = SigningAccess.class)
public class SigningAccess {
    private final Neighbours neighbours;

    @Activate
    public SigningAccess(@Reference Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** @throws ConsiliumException 404 without a right, 403 {@code signing.consent-needed} */
    RequestCard toRead(Caller caller, UUID requestId) {
        if (caller.isPatient()) {
            if (!requestId.equals(caller.requestId())) {
                throw ConsiliumException.notFound("requests.not-found");
            }
            if (!neighbours.links().consented(requestId)) {
                throw ConsiliumException.forbidden("signing.consent-needed");
            }
        }
        return neighbours.requests().card(caller, requestId);
    }

    /** @throws ConsiliumException also 403 {@code requests.not-consultant} */
    RequestCard asConsultant(Caller caller, UUID requestId) {
        RequestCard card = neighbours.requests().card(caller, requestId);
        if (!isConsultant(caller, card)) {
            throw ConsiliumException.forbidden("requests.not-consultant");
        }
        return card;
    }

    static boolean isConsultant(Caller caller, RequestCard card) {
        return caller.isStaff() && caller.id().equals(card.consultantId());
    }

    /** A finished document for everybody who takes part, an unfinished one for its author alone. */
    static boolean mayRead(Caller caller, DocumentEntity document) {
        if (caller.isPatient()) {
            return document.isFinished() && document.executed;
        }
        return caller.isSystem() || document.isFinished() || document.author().equals(caller.id());
    }

    static void requireDoctor(Caller caller) {
        if (!caller.isStaff() || !caller.has(Caller.DOCTOR)) {
            throw ConsiliumException.forbidden("signing.doctors-only");
        }
    }

    static ConsiliumException notFound() {
        return ConsiliumException.notFound("signing.not-found");
    }
}
