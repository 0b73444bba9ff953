package org.consilium.conferencing.provider;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.chat.api.ChatNotes;
import org.consilium.conferencing.api.ConferenceEnded;
import org.consilium.conferencing.api.ConferenceStarted;
import org.consilium.conferencing.api.PatientAwaited;
import org.consilium.conferencing.api.Ring;
import org.consilium.kernel.Caller;
import org.consilium.platform.audit.AuditLog;
import org.consilium.platform.events.Events;
import org.consilium.platform.live.Hint;
import org.consilium.platform.live.Live;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Tells of what happens in a room, in its transaction: log and audit rows, events, hints, lines in the request's chat. */
@Component(service = RoomJournal.class)
public class RoomJournal {
    /** Too frequent for the audit trail, and said by nobody. */
    private static final Set<LogEntry.Kind> NOT_AUDITED =
            Set.of(LogEntry.Kind.QUALITY, LogEntry.Kind.RECONNECTING, LogEntry.Kind.RETURNED);

    private final RoomRepository rooms;
    private final AuditLog audit;
    private final Events events;
    private final Live live;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ChatNotes notes;

    @Activate
    public RoomJournal(
            @Reference RoomRepository rooms,
            @Reference AuditLog audit,
            @Reference Events events,
            @Reference Live live) {
        this.rooms = rooms;
        this.audit = audit;
        this.events = events;
        this.live = live;
    }

    void add(SeatEntity seat) {
        rooms.add(seat);
    }

    /** @param seat whom it is about, {@code null} for nobody */
    void log(Conference conference, Caller actor, LogEntry.Kind kind, SeatEntity seat, Map<String, String> details) {
        rooms.add(new LogEntity(conference.room, kind, seat, Details.written(details), conference.now));
        if (!NOT_AUDITED.contains(kind)) {
            Map<String, String> ids = new HashMap<>();
            ids.put("conference", conference.room.conferenceId);
            if (seat != null) {
                ids.put("participant", seat.id);
                ids.put("role", seat.role.name());
            }
            String what = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            audit.append(actor, "conferencing." + what, conference.room.uuid(), ids);
        }
    }

    void awaited(Conference conference) {
        if (!conference.room.awaited) {
            conference.room.awaited = true;
            events.append(new PatientAwaited(conference.room.uuid(), conferenceId(conference)));
        }
    }

    void started(Conference conference) {
        events.append(new ConferenceStarted(conference.room.uuid(), conferenceId(conference)));
    }

    void ended(Conference conference) {
        long seconds = conference.seconds();
        conference.log(LogEntry.Kind.ENDED, null, Map.of("seconds", Long.toString(seconds)));
        events.append(new ConferenceEnded(conference.room.uuid(), conferenceId(conference), seconds));
        if (conference.room.startedAt != null) {
            note(conference, "conferencing.ended", Map.of("seconds", Long.toString(seconds)));
        }
    }

    /** A ring came to its end; whoever did not hear it finds a line in the chat. */
    void ringOver(Conference conference, Ring.State how) {
        RoomEntity room = conference.room;
        room.ringState = how;
        conference.touch();
        conference.log(LogEntry.Kind.valueOf(how.name()), null, Map.of("by", room.ringBy));
        if (how != Ring.State.ANSWERED) {
            note(conference, "conferencing." + how.name().toLowerCase(Locale.ROOT), Map.of("by", room.ringBy));
        }
    }

    private void note(Conference conference, String code, Map<String, String> details) {
        UUID requestId = conference.room.uuid();
        conference.note(() -> {
            ChatNotes known = notes;
            if (known != null) {
                known.note(requestId, code, details);
            }
        });
    }

    // ---- hints

    void changed(Conference conference) {
        RoomEntity room = conference.room;
        Hint hint = new Hint("conferencing.room", room.uuid(), room.number, Map.of("state", room.state));
        toStaff(room, conference.seats, hint);
        live.sendToPatients(room.uuid(), hint);
    }

    void ringing(Conference conference) {
        RoomEntity room = conference.room;
        conference.hint(() -> live.sendToPatients(
                room.uuid(),
                new Hint(
                        "conferencing.ring",
                        room.uuid(),
                        room.number,
                        Map.of("ringId", room.ringId, "until", room.ringUntil, "byName", room.ringBy))));
    }

    void waiting(Conference conference, SeatEntity seat) {
        RoomEntity room = conference.room;
        conference.hint(() -> toStaff(
                room,
                conference.seats,
                new Hint("conferencing.waiting", room.uuid(), room.number, Map.of("participantId", seat.id))));
    }

    void whoIsThere(RoomEntity room, Collection<SeatEntity> seats) {
        Hint hint = Hint.of("conferencing.who-is-there", room.uuid());
        toStaff(room, seats, hint);
        live.sendToPatients(room.uuid(), hint);
    }

    void tellAccount(UUID account, Hint hint) {
        live.send(Set.of(account), hint);
    }

    /** Those in the room only. */
    void tellRoom(Collection<SeatEntity> seats, Hint hint) {
        live.send(
                seats.stream()
                        .filter(SeatEntity::isAdmitted)
                        .map(SeatEntity::personId)
                        .toList(),
                hint);
    }

    /** Also those who were there: they have to know that they are not any more. */
    private void toStaff(RoomEntity room, Collection<SeatEntity> seats, Hint hint) {
        Set<UUID> accounts = new HashSet<>();
        if (room.filerId != null) {
            accounts.add(UUID.fromString(room.filerId));
        }
        if (room.consultantId != null) {
            accounts.add(UUID.fromString(room.consultantId));
        }
        seats.stream()
                .filter(seat -> !seat.isPatient())
                .map(SeatEntity::personId)
                .forEach(accounts::add);
        live.send(accounts, hint);
    }

    private static UUID conferenceId(Conference conference) {
        return UUID.fromString(conference.room.conferenceId);
    }
}
