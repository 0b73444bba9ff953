package org.consilium.conferencing.provider;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.consilium.conferencing.api.Ring;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.security.Attempts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ringing the patient's side. It is answered by entering. Thread-safe. */
@Component(service = Rings.class)
public class Rings {
    private final Rooms rooms;
    private final Access access;
    private final RoomSettings settings;
    private final RoomJournal journal;
    private final Attempts attempts;

    @Activate
    public Rings(
            @Reference Rooms rooms,
            @Reference Access access,
            @Reference RoomSettings settings,
            @Reference RoomJournal journal,
            @Reference Attempts attempts) {
        this.rooms = rooms;
        this.access = access;
        this.settings = settings;
        this.journal = journal;
        this.attempts = attempts;
    }

    void ring(Caller caller, UUID requestId, NewRing input) {
        Invalid.required(input, "id");
        Invalid.required(input.id(), "id");
        access.staff(caller, requestId);
        attempts.take("conferencing.ring", requestId.toString(), 20, Duration.ofMinutes(10));
        rooms.change(caller, requestId, conference -> {
            SeatEntity seat = conference.ownInRoom(caller, input.connection());
            if (!input.id().toString().equals(conference.room.ringId)) {
                begin(conference, seat, input.id());
            }
            return null;
        });
    }

    private void begin(Conference conference, SeatEntity seat, UUID ringId) {
        RoomEntity room = conference.room;
        if (room.rings()) {
            throw ConsiliumException.conflict("conferencing.ringing-already", "it rings already");
        }
        if (conference.patientThere()) {
            throw ConsiliumException.conflict("conferencing.patient-in-room", "the patient's side is there");
        }
        room.ringId = ringId.toString();
        room.ringState = Ring.State.RINGING;
        room.ringBy = seat.name;
        room.ringAt = conference.now;
        room.ringUntil = conference.now.plusSeconds(settings.ringSeconds());
        conference.touch();
        conference.log(LogEntry.Kind.RANG, seat, Map.of());
        journal.awaited(conference);
        journal.ringing(conference);
    }

    /** The patient's side does not want to answer. */
    void decline(Caller caller, UUID requestId, RingEnd input) {
        access.member(caller, requestId);
        over(caller, requestId, input, Ring.State.DECLINED);
    }

    /** The doctor stops ringing. */
    void cancel(Caller caller, UUID requestId, RingEnd input) {
        access.staff(caller, requestId);
        over(caller, requestId, input, Ring.State.CANCELLED);
    }

    private void over(Caller caller, UUID requestId, RingEnd input, Ring.State how) {
        Invalid.required(input, "ringId");
        UUID ringId = Invalid.required(input.ringId(), "ringId");
        rooms.change(caller, requestId, conference -> {
            RoomEntity room = conference.room;
            boolean same = ringId.toString().equals(room.ringId);
            if (same && room.rings()) {
                journal.ringOver(conference, how);
            } else if (!same || room.ringState != how) {
                throw ConsiliumException.conflict("conferencing.ring-over", "it does not ring any more");
            }
            return null;
        });
    }

    /** The doctor is late. */
    void delay(Caller caller, UUID requestId, Delay delay) {
        Member member = access.staff(caller, requestId);
        Invalid.required(delay, "minutes");
        Invalid.when(delay.minutes() < 0 || delay.minutes() > 120, "minutes", "range");
        rooms.change(caller, requestId, () -> access.writable(requestId), conference -> {
            conference.staff(member.request());
            conference.room.delayMinutes = delay.minutes();
            conference.touch();
            return null;
        });
    }
}
