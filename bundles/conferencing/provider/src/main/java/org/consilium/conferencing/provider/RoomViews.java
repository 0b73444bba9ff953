package org.consilium.conferencing.provider;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.conferencing.api.DeviceCheck;
import org.consilium.conferencing.api.EngineException;
import org.consilium.conferencing.api.Listener;
import org.consilium.conferencing.api.Participant;
import org.consilium.conferencing.api.Recording;
import org.consilium.conferencing.api.Ring;
import org.consilium.conferencing.api.Room;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Makes the {@link Room} that a reader sees. */
@Component(service = RoomViews.class)
public class RoomViews {
    private final ListenerRepository listeners;
    private final BoardRepository boards;
    private final DeviceCheckRepository checks;
    private final RoomSettings settings;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile StaffDirectory directory;

    @Activate
    public RoomViews(
            @Reference ListenerRepository listeners,
            @Reference BoardRepository boards,
            @Reference DeviceCheckRepository checks,
            @Reference RoomSettings settings) {
        this.listeners = listeners;
        this.boards = boards;
        this.checks = checks;
        this.settings = settings;
    }

    /**
     * @param staff whether the reader is staff of the request
     * @param closed whether the request takes no more calls
     */
    Room room(Conference conference, Caller reader, boolean staff, boolean closed) {
        RoomEntity room = conference.room;
        UUID requestId = room.uuid();
        String engine = room.state.isOpen() ? room.engine : nextEngine();
        return new Room(
                requestId,
                room.state,
                room.number,
                id(room.conferenceId),
                room.startedAt,
                room.endedAt,
                engine,
                settings.videoLimit(engine),
                id(room.hostId),
                id(room.lenderId),
                conference
                        .seatOf(reader.id())
                        .filter(SeatEntity::isOpen)
                        .map(SeatEntity::uuid)
                        .orElse(null),
                closed,
                room.delayMinutes,
                ring(conference),
                conference
                        .open()
                        .sorted(Comparator.comparing(seat -> seat.order))
                        .map(seat -> participant(conference, seat))
                        .toList(),
                listeners(requestId),
                recording(conference, engine),
                room.lastMessage,
                boards.number(requestId),
                staff ? check(requestId) : null);
    }

    /** Of the next conference; nothing begins just now, so a missing engine is no failure. */
    private String nextEngine() {
        try {
            return settings.engine();
        } catch (EngineException e) {
            return null;
        }
    }

    private DeviceCheck check(UUID requestId) {
        return checks.find(requestId).map(DeviceCheckEntity::toCheck).orElse(null);
    }

    private static Ring ring(Conference conference) {
        RoomEntity room = conference.room;
        return room.ringId == null
                ? null
                : new Ring(id(room.ringId), room.ringState, room.ringBy, room.ringAt, room.ringUntil, conference.now);
    }

    static Participant participant(Conference conference, SeatEntity seat) {
        return new Participant(
                seat.uuid(),
                seat.name,
                seat.role,
                seat.isPatient() ? null : seat.personId(),
                seat.isAdmitted() ? Participant.State.ADMITTED : Participant.State.WAITING,
                seat.present ? Participant.Presence.PRESENT : Participant.Presence.RECONNECTING,
                conference.isHost(seat),
                seat.microphone,
                seat.camera,
                seat.broadcasting,
                seat.screen,
                seat.mutedByHost,
                conference.videoAllowed(seat),
                seat.order,
                id(seat.connection),
                seat.cameAt,
                seat.quality());
    }

    private Recording recording(Conference conference, String engine) {
        RoomEntity room = conference.room;
        return new Recording(
                room.recordingState,
                room.recordingSince,
                conference
                        .admitted()
                        .filter(seat -> seat.recordingAgreed)
                        .map(SeatEntity::uuid)
                        .toList(),
                settings.records(engine));
    }

    private List<Listener> listeners(UUID requestId) {
        List<ListenerEntity> asked = listeners.of(requestId);
        StaffDirectory known = directory;
        Map<UUID, StaffMember> staff = known == null || asked.isEmpty()
                ? Map.of()
                : known.findAll(asked.stream().map(ListenerEntity::account).toList());
        return asked.stream()
                .map(listener -> {
                    StaffMember member = staff.get(listener.account());
                    return new Listener(
                            id(listener.id),
                            listener.account(),
                            member == null ? null : member.shortName(),
                            member == null ? null : member.position(),
                            member == null ? null : member.organisationName(),
                            listener.state);
                })
                .toList();
    }

    private static UUID id(String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
