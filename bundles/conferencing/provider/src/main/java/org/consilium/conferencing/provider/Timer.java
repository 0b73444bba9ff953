package org.consilium.conferencing.provider;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.consilium.conferencing.api.Ring;
import org.consilium.kernel.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what runs out: rings that nobody answers, seats of tabs that do not come back. Deadlines are rows, so that a restart loses none; who is
 * there is asked anew when this bundle comes.
 */
@Component(service = Timer.class, immediate = true)
public class Timer {
    private static final Logger LOG = LoggerFactory.getLogger(Timer.class);
    private static final Caller SYSTEM = Caller.system("conferencing");
    private static final int PERIOD_MILLIS = 1500;
    private static final int AT_ONCE = 100;

    private final Rooms rooms;
    private final RoomRepository repository;
    private final RoomSettings settings;
    private final RoomJournal journal;
    private final Presence presence;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "conferencing-timer"));
    private boolean asked;

    @Activate
    public Timer(
            @Reference Rooms rooms,
            @Reference RoomRepository repository,
            @Reference RoomSettings settings,
            @Reference RoomJournal journal,
            @Reference Presence presence) {
        this.rooms = rooms;
        this.repository = repository;
        this.settings = settings;
        this.journal = journal;
        this.presence = presence;
    }

    /** Not from the constructor: a service must not begin to run before it is made. */
    @Activate
    public void start() {
        clock.scheduleWithFixedDelay(this::tick, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    public void stop() throws InterruptedException {
        clock.shutdown();
        if (!clock.awaitTermination(5, TimeUnit.SECONDS)) {
            clock.shutdownNow();
        }
    }

    void tick() {
        try {
            if (!asked) {
                askWhoIsThere();
                asked = true;
            }
            presence.silent().forEach((seat, requestId) -> lost(requestId, seat));
            repository.due(rooms.now(), AT_ONCE).forEach(this::expire);
        } catch (RuntimeException e) {
            LOG.warn(
                    "what ran out in rooms is looked for again: {}",
                    e.getClass().getName());
        }
    }

    /** What this bundle knew of open tabs went with its predecessor. Who does not answer in time counts as lost. */
    void askWhoIsThere() {
        repository.present().forEach(presence::heard);
        repository.open().forEach(room -> journal.whoIsThere(room, repository.seats(room)));
    }

    void lost(UUID requestId, UUID seatId) {
        rooms.changeExisting(SYSTEM, requestId, conference -> {
            conference
                    .open()
                    .filter(seat -> seat.uuid().equals(seatId))
                    .findFirst()
                    .ifPresent(conference::lost);
        });
    }

    void expire(UUID requestId) {
        rooms.changeExisting(SYSTEM, requestId, conference -> {
            Instant now = conference.now;
            if (conference.room.rings() && !conference.room.ringUntil.isAfter(now)) {
                journal.ringOver(conference, Ring.State.UNANSWERED);
            }
            conference.open().toList().stream()
                    .filter(seat -> seat.lostAt != null
                            && !seat.lostAt.plusSeconds(settings.seatSeconds()).isAfter(now))
                    .forEach(seat -> {
                        conference.leave(seat, LogEntry.Kind.LEFT);
                        presence.gone(seat);
                    });
        });
    }
}
