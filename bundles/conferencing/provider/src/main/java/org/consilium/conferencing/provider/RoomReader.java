package org.consilium.conferencing.provider;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consilium.conferencing.api.DeviceCheck;
import org.consilium.conferencing.api.Room;
import org.consilium.kernel.Caller;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What can be read of rooms. Thread-safe. */
@Component(service = RoomReader.class)
public class RoomReader {
    private static final int LOG_LIMIT = 1000;

    private final Rooms rooms;
    private final RoomRepository repository;
    private final DeviceCheckRepository checks;
    private final RoomViews views;
    private final Access access;

    @Activate
    public RoomReader(
            @Reference Rooms rooms,
            @Reference RoomRepository repository,
            @Reference DeviceCheckRepository checks,
            @Reference RoomViews views,
            @Reference Access access) {
        this.rooms = rooms;
        this.repository = repository;
        this.checks = checks;
        this.views = views;
        this.access = access;
    }

    /** The room. Who has a seat in it sees it without his right being asked again, so that a call goes on while requests are away. */
    Room room(Caller caller, UUID requestId) {
        Conference conference = rooms.read(requestId);
        Optional<SeatEntity> seat = conference.seatOf(caller.id()).filter(SeatEntity::isOpen);
        if (seat.isPresent()) {
            return views.room(conference, caller, seat.get().isStaff(), false);
        }
        Member member = access.member(caller, requestId);
        return views.room(conference, caller, member.isStaff(), member.request().state() != RequestState.IN_WORK);
    }

    /** The log of a request's conferences. For its staff. */
    LogPage log(Caller caller, UUID requestId) {
        access.staff(caller, requestId);
        return new LogPage(repository.log(requestId, LOG_LIMIT).stream()
                .map(entry -> new LogEntry(
                        entry.at,
                        entry.kind,
                        entry.name,
                        entry.role,
                        UUID.fromString(entry.conferenceId),
                        Details.read(entry.details)))
                .toList());
    }

    /** The rooms where something goes on: of the caller's requests, and those that he may watch. */
    CallPage calls(Caller caller) {
        List<RoomEntity> open = repository.openOf(caller.id());
        List<UUID> ids = open.stream().map(RoomEntity::uuid).toList();
        Map<UUID, RequestCard> requests =
                ids.isEmpty() ? Map.of() : access.requests().cards(caller, ids);
        Map<UUID, DeviceCheck> checked = new HashMap<>();
        checks.findAll(requests.keySet())
                .forEach(check -> checked.put(UUID.fromString(check.requestId), check.toCheck()));
        List<Call> calls = new ArrayList<>();
        for (RoomEntity room : open) {
            RequestCard request = requests.get(room.uuid());
            if (request != null) {
                calls.add(call(room, request, checked.get(request.id()), caller, false));
            }
        }
        List<RoomEntity> watched = repository.openToListener(caller.id());
        Map<UUID, RequestCard> names =
                access.watched(watched.stream().map(RoomEntity::uuid).toList());
        for (RoomEntity room : watched) {
            RequestCard request = names.get(room.uuid());
            // Who was given the request meanwhile is there as its staff.
            if (request != null && !requests.containsKey(request.id())) {
                calls.add(call(room, request, null, caller, true));
            }
        }
        return new CallPage(calls);
    }

    private Call call(RoomEntity room, RequestCard request, DeviceCheck check, Caller caller, boolean watching) {
        List<SeatEntity> seats = repository.seats(room);
        return new Call(
                request.id(),
                request.name(),
                room.state,
                seats.stream()
                        .filter(seat -> !watching && seat.state == SeatEntity.State.WAITING)
                        .map(seat -> new Call.Waiting(seat.uuid(), seat.name, seat.cameAt))
                        .toList(),
                check,
                seats.stream().anyMatch(seat -> seat.isOpen() && seat.personId().equals(caller.id())),
                watching);
    }
}
