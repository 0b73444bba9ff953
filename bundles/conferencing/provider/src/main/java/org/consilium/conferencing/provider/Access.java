package org.consilium.conferencing.provider;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.consilium.conferencing.api.Listener;
import org.consilium.conferencing.api.Participant;
import org.consilium.identity.api.VisitLinks;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Who may come into a room and what he is there: the staff who take part in the request, the patient's side after its consent, and listeners
 * whom the patient's side agreed to.
 */
@Component(service = Access.class)
public class Access {
    private static final Caller SYSTEM = Caller.system("conferencing");

    private final ListenerRepository listeners;

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

    @Activate
    public Access(@Reference ListenerRepository listeners) {
        this.listeners = listeners;
    }

    /**
     * What the caller is in this room.
     *
     * @throws ConsiliumException 404 without a right, 403 before a consent, 503 while requests or identity are away
     */
    Member member(Caller caller, UUID requestId) {
        if (caller.isPatient()) {
            return patient(caller, requestId);
        }
        try {
            RequestCard request = requests().card(caller, requestId);
            if (caller.isStaff() && !request.staff().contains(caller.id())) {
                throw ConsiliumException.notFound("requests.not-found");
            }
            return new Member(caller.id(), Participant.Role.STAFF, caller.name(), request);
        } catch (ConsiliumException e) {
            if (e.status() != ConsiliumException.Status.NOT_FOUND) {
                throw e;
            }
            return listener(caller, requestId, e);
        }
    }

    /** Refuses whoever has neither a seat nor a right; with a seat nobody else is asked. Call it before anything is made for a room. */
    void known(Caller caller, Conference conference) {
        if (conference.seatOf(caller.id()).filter(SeatEntity::isOpen).isEmpty()) {
            member(caller, conference.room.uuid());
        }
    }

    /** The same for staff of the request only. */
    Member staff(Caller caller, UUID requestId) {
        Member member = member(caller, requestId);
        if (!member.isStaff()) {
            throw Refusal.staffOnly();
        }
        return member;
    }

    /**
     * The request for something that begins: locks its row, so call it in the transaction that writes, before the room is locked.
     *
     * @throws ConsiliumException also 409 {@code requests.closed}
     */
    void writable(UUID requestId) {
        requests().writable(SYSTEM, requestId);
    }

    /** The requests behind rooms that the caller was let into by the patient's side, whatever rights he has on the requests. */
    Map<UUID, RequestCard> watched(Collection<UUID> requestIds) {
        return requestIds.isEmpty() ? Map.of() : requests().cards(SYSTEM, requestIds);
    }

    private Member patient(Caller caller, UUID requestId) {
        if (!requestId.equals(caller.requestId())) {
            throw ConsiliumException.notFound("requests.not-found");
        }
        VisitLinks known = links;
        if (known == null) {
            throw ConsiliumException.domainAway("identity");
        }
        if (!known.consented(requestId)) {
            throw ConsiliumException.forbidden("conferencing.consent-needed");
        }
        RequestCard request = requests().card(caller, requestId);
        String name = request.representativeName() == null ? request.patientName() : request.representativeName();
        return new Member(caller.id(), Participant.Role.PATIENT, name, request);
    }

    private Member listener(Caller caller, UUID requestId, ConsiliumException unknown) {
        ListenerEntity asked = listeners.find(requestId, caller.id()).orElseThrow(() -> unknown);
        if (asked.state != Listener.State.CONSENTED) {
            throw ConsiliumException.forbidden("conferencing.listener-not-consented");
        }
        RequestCard request = requests().card(SYSTEM, requestId);
        return new Member(caller.id(), Participant.Role.LISTENER, caller.name(), request);
    }

    RequestService requests() {
        RequestService known = requests;
        if (known == null) {
            throw ConsiliumException.domainAway("requests");
        }
        return known;
    }
}
