package org.consilium.conferencing.provider;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.consilium.kernel.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes rooms, one change at a time in each. Thread-safe. */
@Component(service = Rooms.class)
public class Rooms {
    private final RoomRepository rooms;
    private final RoomSettings settings;
    private final RoomJournal journal;
    private final Engines engines;
    private final Clock clock;

    @Activate
    public Rooms(
            @Reference RoomRepository rooms,
            @Reference RoomSettings settings,
            @Reference RoomJournal journal,
            @Reference Engines engines) {
        this(rooms, settings, journal, engines, Clock.systemUTC());
    }

    Rooms(RoomRepository rooms, RoomSettings settings, RoomJournal journal, Engines engines, Clock clock) {
        this.rooms = rooms;
        this.settings = settings;
        this.journal = journal;
        this.engines = engines;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A room where there never was a call is not in the database, and the same as an empty one. */
    Conference read(UUID requestId) {
        return rooms.inTransaction(() -> conference(
                rooms.find(requestId).orElseGet(() -> new RoomEntity(requestId)), Caller.system("conferencing")));
    }

    /**
     * Changes a room in one transaction, with its row locked. What has to be checked before the room is locked, because it locks something
     * itself, is done by {@code first}.
     *
     * @param actor who stands in the audit trail
     */
    <R> R change(Caller actor, UUID requestId, Runnable first, Function<Conference, R> act) {
        rooms.ensure(requestId);
        return act(actor, requestId, first, act);
    }

    <R> R change(Caller actor, UUID requestId, Function<Conference, R> act) {
        return change(actor, requestId, () -> {}, act);
    }

    /** The same, but nothing happens in a room where there never was a call. */
    void changeExisting(Caller actor, UUID requestId, Consumer<Conference> act) {
        if (rooms.find(requestId).isPresent()) {
            act(actor, requestId, () -> {}, conference -> {
                act.accept(conference);
                return null;
            });
        }
    }

    private <R> R act(Caller actor, UUID requestId, Runnable first, Function<Conference, R> act) {
        List<EngineCall> calls = new ArrayList<>();
        R result = rooms.inTransaction(() -> {
            first.run();
            Conference conference = conference(rooms.lock(requestId).orElseThrow(), actor);
            R done = act.apply(conference);
            conference.settle();
            rooms.flush();
            calls.addAll(conference.engineCalls());
            return done;
        });
        engines.tell(calls);
        return result;
    }

    private Conference conference(RoomEntity room, Caller actor) {
        List<SeatEntity> seats = room.conferenceId == null ? List.of() : rooms.seats(room);
        return new Conference(room, seats, actor, settings, journal, now());
    }
}
