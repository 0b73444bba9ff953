package org.consilium.conferencing.provider;

import java.util.Map;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What only the host may do, whatever a page shows. Thread-safe. */
@Component(service = HostCommands.class)
public class HostCommands {
    private final Rooms rooms;
    private final Access access;
    private final Presence presence;

    @Activate
    public HostCommands(@Reference Rooms rooms, @Reference Access access, @Reference Presence presence) {
        this.rooms = rooms;
        this.access = access;
        this.presence = presence;
    }

    void admission(Caller caller, UUID requestId, Admission admission) {
        Invalid.required(admission, "participantId");
        Invalid.required(admission.participantId(), "participantId");
        Invalid.required(admission.decision(), "decision");
        access.known(caller, rooms.read(requestId));
        rooms.change(caller, requestId, conference -> {
            conference.asHost(caller);
            SeatEntity seat = conference.participant(admission.participantId());
            if (seat.isStaff()) {
                throw ConsiliumException.conflict("conferencing.staff-stays", "staff of the request is not put out");
            }
            decide(conference, seat, admission.decision());
            return null;
        });
    }

    private void decide(Conference conference, SeatEntity seat, Admission.Decision decision) {
        switch (decision) {
            case ADMIT -> {
                if (!seat.isAdmitted()) {
                    conference.admit(seat);
                    conference.log(LogEntry.Kind.ADMITTED, seat, Map.of());
                }
            }
            case WAIT -> {
                if (seat.isAdmitted()) {
                    conference.putBack(seat);
                    conference.log(LogEntry.Kind.PUT_BACK, seat, Map.of());
                }
            }
            case DECLINE -> {
                conference.leave(seat, LogEntry.Kind.REFUSED);
                presence.gone(seat);
            }
        }
    }

    /** The host hands over; who handed over first takes back. */
    void handOver(Caller caller, UUID requestId, NewHost input) {
        Invalid.required(input, "participantId");
        Invalid.required(input.participantId(), "participantId");
        access.known(caller, rooms.read(requestId));
        rooms.change(caller, requestId, conference -> {
            SeatEntity mine = conference
                    .seatOf(caller.id())
                    .filter(SeatEntity::isAdmitted)
                    .orElseThrow(Refusal::hostOnly);
            boolean takesBack =
                    mine.id.equals(conference.room.lenderId) && mine.uuid().equals(input.participantId());
            if (!conference.isHost(mine) && !takesBack) {
                throw Refusal.hostOnly();
            }
            SeatEntity next = conference.participant(input.participantId());
            if (!next.isStaff() || !next.isAdmitted() || !next.present) {
                throw ConsiliumException.conflict(
                        "conferencing.host-must-be-staff", "only staff in the room can be host");
            }
            if (!conference.isHost(next)) {
                lend(conference.room, mine, next);
                conference.makeHost(next);
            }
            return null;
        });
    }

    /** The first one who handed over may take back, as long as he is in the room; then nobody owes it to anybody. */
    private static void lend(RoomEntity room, SeatEntity from, SeatEntity to) {
        if (to.id.equals(room.lenderId)) {
            room.lenderId = null;
        } else if (room.lenderId == null) {
            room.lenderId = from.id;
        }
    }

    void microphone(Caller caller, UUID requestId, UUID participantId, MicrophoneSwitch input) {
        Invalid.required(input, "on");
        Invalid.when(!Boolean.FALSE.equals(input.on()), "on", "range");
        access.known(caller, rooms.read(requestId));
        rooms.change(caller, requestId, conference -> {
            conference.asHost(caller);
            SeatEntity seat = conference.participant(participantId);
            if (seat.microphone) {
                seat.microphone = false;
                seat.mutedByHost = true;
                conference.touch();
                conference.log(LogEntry.Kind.MUTED, seat, Map.of());
            }
            return null;
        });
    }

    void end(Caller caller, UUID requestId) {
        access.known(caller, rooms.read(requestId));
        rooms.change(caller, requestId, conference -> {
            conference.asHost(caller);
            conference.end();
            return null;
        });
    }
}
