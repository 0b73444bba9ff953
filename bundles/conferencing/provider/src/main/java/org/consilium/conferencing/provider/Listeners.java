package org.consilium.conferencing.provider;

import java.util.UUID;
import org.consilium.conferencing.api.Listener;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.live.Hint;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Colleagues who may watch: staff asks them, the patient's side agrees or not. Thread-safe. */
@Component(service = Listeners.class)
public class Listeners {
    private static final int MOST = 10;

    private final Rooms rooms;
    private final ListenerRepository listeners;
    private final Access access;
    private final Presence presence;
    private final RoomJournal journal;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile StaffDirectory directory;

    @Activate
    public Listeners(
            @Reference Rooms rooms,
            @Reference ListenerRepository listeners,
            @Reference Access access,
            @Reference Presence presence,
            @Reference RoomJournal journal) {
        this.rooms = rooms;
        this.listeners = listeners;
        this.access = access;
        this.presence = presence;
        this.journal = journal;
    }

    void ask(Caller caller, UUID requestId, NewListener input) {
        Invalid.required(input, "id");
        Invalid.required(input.id(), "id");
        UUID account = Invalid.required(input.accountId(), "accountId");
        Member member = access.staff(caller, requestId);
        Invalid.when(member.request().staff().contains(account), "accountId", "taking-part");
        requireActive(account);
        rooms.change(caller, requestId, () -> access.writable(requestId), conference -> {
            requireHostOrNone(conference, caller);
            conference.staff(member.request());
            ListenerEntity same = listeners.find(input.id()).orElse(null);
            if (same != null
                    && !(same.requestId.equals(requestId.toString())
                            && same.account().equals(account))) {
                throw Refusal.idTaken();
            }
            ListenerEntity asked = listeners.find(requestId, account).orElse(null);
            if (asked == null) {
                Invalid.when(listeners.of(requestId).size() >= MOST, "accountId", "too-many");
                listeners.add(new ListenerEntity(input.id(), requestId, account, caller.id(), conference.now));
            } else if (asked.state == Listener.State.REFUSED) {
                asked.state = Listener.State.ASKED;
            }
            tell(conference, account);
            return null;
        });
    }

    private void requireActive(UUID account) {
        StaffDirectory known = directory;
        if (known == null) {
            throw ConsiliumException.domainAway("identity");
        }
        Invalid.when(!known.find(account).map(StaffMember::active).orElse(false), "accountId", "unknown");
    }

    void remove(Caller caller, UUID requestId, UUID listenerId) {
        access.staff(caller, requestId);
        rooms.change(caller, requestId, conference -> {
            requireHostOrNone(conference, caller);
            ListenerEntity listener = existing(requestId, listenerId);
            listeners.remove(listener);
            putOut(conference, listener);
            tell(conference, listener.account());
            return null;
        });
    }

    /** What the patient's side says. */
    void consent(Caller caller, UUID requestId, UUID listenerId, ListenerConsent input) {
        Invalid.required(input, "consent");
        Invalid.required(input.consent(), "consent");
        access.member(caller, requestId);
        rooms.change(caller, requestId, conference -> {
            ListenerEntity listener = existing(requestId, listenerId);
            listener.state = input.consent() ? Listener.State.CONSENTED : Listener.State.REFUSED;
            if (!input.consent()) {
                putOut(conference, listener);
            }
            tell(conference, listener.account());
            return null;
        });
    }

    private ListenerEntity existing(UUID requestId, UUID listenerId) {
        return listeners
                .find(listenerId)
                .filter(listener -> listener.requestId.equals(requestId.toString()))
                .orElseThrow(() -> ConsiliumException.notFound("conferencing.no-such-listener"));
    }

    private void putOut(Conference conference, ListenerEntity listener) {
        conference
                .seatOf(listener.account())
                .filter(seat -> seat.isOpen() && seat.isListener())
                .ifPresent(seat -> {
                    conference.leave(seat, LogEntry.Kind.REFUSED);
                    presence.gone(seat);
                });
    }

    /** The listener has no seat that would bring him the hint. */
    private void tell(Conference conference, UUID account) {
        conference.touch();
        conference.hint(() -> journal.tellAccount(
                account, Hint.of("conferencing.room", conference.room.uuid(), conference.room.number)));
    }

    private static void requireHostOrNone(Conference conference, Caller caller) {
        if (conference.room.hostId != null) {
            conference.asHost(caller);
        }
    }
}
