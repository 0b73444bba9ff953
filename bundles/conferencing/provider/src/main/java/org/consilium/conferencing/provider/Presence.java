package org.consilium.conferencing.provider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Which tabs are heard of, in memory of this node. A tab is there as long as its socket is open, or, without a socket, as long as it says something
 * every few seconds. Thread-safe.
 */
@Component(service = Presence.class)
public class Presence {
    /** A tab without a socket asks every three seconds; a little more than three of its questions. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    /** @param socket {@code null} for none */
    private record Heard(UUID requestId, UUID socket, long at) {}

    private final Map<UUID, Heard> seats = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    @Activate
    public Presence() {
        this(System::nanoTime);
    }

    Presence(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A tab said something by REST. */
    void heard(SeatEntity seat) {
        heard(UUID.fromString(seat.requestId), seat.uuid());
    }

    void heard(UUID requestId, UUID seatId) {
        seats.compute(
                seatId, (id, before) -> new Heard(requestId, before == null ? null : before.socket, nanos.getAsLong()));
    }

    /** A tab said something over its socket, which stands for it from now on. */
    void heard(SeatEntity seat, UUID socket) {
        seats.put(seat.uuid(), new Heard(UUID.fromString(seat.requestId), socket, nanos.getAsLong()));
    }

    /** Another tab has the seat: the socket of the former one does not stand for it any more. */
    void takenOver(SeatEntity seat) {
        seats.put(seat.uuid(), new Heard(UUID.fromString(seat.requestId), null, nanos.getAsLong()));
    }

    void gone(SeatEntity seat) {
        seats.remove(seat.uuid());
    }

    /** The socket of the seat's tab, {@code null} for none. */
    UUID socketOf(SeatEntity seat) {
        Heard heard = seats.get(seat.uuid());
        return heard == null ? null : heard.socket;
    }

    /** The seats for which a socket stood, by request. */
    Map<UUID, UUID> closed(UUID socket) {
        Map<UUID, UUID> lost = new HashMap<>();
        seats.forEach((seat, heard) -> {
            if (socket.equals(heard.socket) && seats.remove(seat, heard)) {
                lost.put(seat, heard.requestId);
            }
        });
        return lost;
    }

    /** Seats of tabs without a socket that fell silent, with their requests; each is told once. */
    Map<UUID, UUID> silent() {
        long now = nanos.getAsLong();
        Map<UUID, UUID> silent = new HashMap<>();
        List<UUID> all = new ArrayList<>(seats.keySet());
        for (UUID seat : all) {
            Heard heard = seats.get(seat);
            if (heard != null
                    && heard.socket == null
                    && now - heard.at > SILENCE.toNanos()
                    && seats.remove(seat, heard)) {
                silent.put(seat, heard.requestId);
            }
        }
        return silent;
    }
}
