package org.consilium.conferencing.provider;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.consilium.conferencing.api.ConferenceEngine;
import org.consilium.conferencing.api.EngineAccess;
import org.consilium.conferencing.api.EngineParticipant;
import org.consilium.conferencing.api.Participant;
import org.consilium.conferencing.api.Ring;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.security.Attempts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Coming into a room, coming back, and leaving. Thread-safe. */
@Component(service = Entries.class)
public class Entries {
    private final Rooms rooms;
    private final Access access;
    private final Engines engines;
    private final TurnCredentials turn;
    private final Presence presence;
    private final RoomJournal journal;
    private final RoomReader reader;
    private final Attempts attempts;

    @Activate
    public Entries(
            @Reference Rooms rooms,
            @Reference Access access,
            @Reference Engines engines,
            @Reference TurnCredentials turn,
            @Reference Presence presence,
            @Reference RoomJournal journal,
            @Reference RoomReader reader,
            @Reference Attempts attempts) {
        this.rooms = rooms;
        this.access = access;
        this.engines = engines;
        this.turn = turn;
        this.presence = presence;
        this.journal = journal;
        this.reader = reader;
        this.attempts = attempts;
    }

    /**
     * A place and what has begun with it.
     *
     * @param formerConnection the media server's name of a connection that this entry replaces, {@code null} for none
     */
    private record Place(SeatEntity seat, String engine, String roomName, String formerConnection) {}

    Ticket enter(Caller caller, UUID requestId, Entry entry) {
        Invalid.required(entry, "connection");
        Invalid.required(entry.connection(), "connection");
        attempts.take("conferencing.entry", caller.id().toString(), 120, Duration.ofMinutes(1));
        Place place = comeBack(caller, requestId, entry).orElseGet(() -> comeIn(caller, requestId, entry));
        return place.seat.isAdmitted() ? inRoom(caller, requestId, place) : waiting(caller, requestId, place);
    }

    /** Who has a seat needs nobody's leave, so that a call can go on while requests are away or wait for a signature. */
    private Optional<Place> comeBack(Caller caller, UUID requestId, Entry entry) {
        Optional<SeatEntity> seat = rooms.read(requestId).seatOf(caller.id()).filter(SeatEntity::isOpen);
        if (seat.isEmpty()) {
            return Optional.empty();
        }
        Member member = new Member(caller.id(), seat.get().role, seat.get().name, null);
        return rooms.change(caller, requestId, conference -> conference
                .seatOf(caller.id())
                .filter(SeatEntity::isOpen)
                .map(same -> take(conference, member, entry)));
    }

    private Place comeIn(Caller caller, UUID requestId, Entry entry) {
        Member member = access.member(caller, requestId);
        return rooms.change(caller, requestId, () -> access.writable(requestId), conference -> {
            if (member.role() == Participant.Role.LISTENER && !conference.room.state.isOpen()) {
                throw ConsiliumException.conflict("conferencing.not-begun", "there is nothing to listen to");
            }
            conference.staff(member.request());
            return take(conference, member, entry);
        });
    }

    private Place take(Conference conference, Member member, Entry entry) {
        Optional<SeatEntity> former = conference.seatOf(member.person()).filter(SeatEntity::isOpen);
        boolean sameTab = former.map(seat -> seat.uses(entry.connection())).orElse(false);
        String formerConnection =
                sameTab ? null : former.map(seat -> seat.engineConnection).orElse(null);
        boolean answering = member.isPatient() && conference.room.rings();
        SeatEntity seat = conference.enter(member, entry, answering);
        if (answering) {
            journal.ringOver(conference, Ring.State.ANSWERED);
        }
        if (former.isEmpty() && !seat.isAdmitted()) {
            journal.waiting(conference, seat);
        }
        if (member.isStaff() && !conference.patientThere()) {
            journal.awaited(conference);
        }
        if (sameTab) {
            presence.heard(seat);
        } else {
            presence.takenOver(seat);
        }
        return new Place(seat, conference.room.engine, conference.room.roomName, formerConnection);
    }

    private Ticket waiting(Caller caller, UUID requestId, Place place) {
        SeatEntity seat = place.seat;
        return new Ticket(
                seat.uuid(),
                UUID.fromString(seat.connection),
                Participant.State.WAITING,
                place.engine,
                null,
                null,
                !seat.isListener(),
                false,
                null,
                reader.room(caller, requestId));
    }

    private Ticket inRoom(Caller caller, UUID requestId, Place place) {
        SeatEntity seat = place.seat;
        ConferenceEngine engine = engines.get(place.engine);
        engine.open(place.roomName);
        EngineAccess pass = engine.admit(
                place.roomName, new EngineParticipant(seat.uuid(), place.formerConnection, !seat.isListener()));
        if (pass.connection() != null) {
            rooms.change(caller, requestId, conference -> {
                conference.seatOf(caller.id()).ifPresent(same -> same.engineConnection = pass.connection());
                return null;
            });
        }
        return new Ticket(
                seat.uuid(),
                UUID.fromString(seat.connection),
                Participant.State.ADMITTED,
                place.engine,
                place.roomName,
                pass.access(),
                !seat.isListener(),
                !seat.isListener() && (seat.camera || rooms.read(requestId).videoAllowed(seat)),
                turn.forParticipant(seat.uuid(), rooms.now()),
                reader.room(caller, requestId));
    }

    void leave(Caller caller, UUID requestId, Tab tab) {
        Invalid.required(tab, "connection");
        access.known(caller, rooms.read(requestId));
        rooms.changeExisting(caller, requestId, conference -> {
            conference.seatOf(caller.id()).filter(SeatEntity::isOpen).ifPresent(seat -> {
                if (!seat.uses(tab.connection())) {
                    throw Refusal.takenOver();
                }
                conference.leave(seat, LogEntry.Kind.LEFT);
                presence.gone(seat);
            });
        });
    }

    /** Fresh credentials for somebody in the room. */
    Ice ice(Caller caller, UUID requestId, Tab tab) {
        Invalid.required(tab, "connection");
        attempts.take("conferencing.ice", caller.id().toString(), 20, Duration.ofMinutes(10));
        Conference conference = rooms.read(requestId);
        access.known(caller, conference);
        SeatEntity seat = conference.ownInRoom(caller, tab.connection());
        heard(caller, requestId, seat);
        return turn.forParticipant(seat.uuid(), rooms.now());
    }

    private void heard(Caller caller, UUID requestId, SeatEntity seat) {
        presence.heard(seat);
        if (!seat.present) {
            rooms.change(caller, requestId, conference -> {
                conference.returned(conference.own(caller));
                return null;
            });
        }
    }
}
