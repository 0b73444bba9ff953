package org.consilium.conferencing.provider;

import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.platform.live.LiveHandler;
import org.consilium.platform.live.LiveMessage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A tab says that it is there; from then on its socket stands for it. */
@Component(service = LiveHandler.class)
public class AliveHandler implements LiveHandler {
    private final Rooms rooms;
    private final Access access;
    private final Presence presence;
    private final Timer timer;

    @Activate
    public AliveHandler(
            @Reference Rooms rooms, @Reference Access access, @Reference Presence presence, @Reference Timer timer) {
        this.rooms = rooms;
        this.access = access;
        this.presence = presence;
        this.timer = timer;
    }

    @Override
    public String type() {
        return "conferencing.alive";
    }

    @Override
    public void handle(Caller caller, LiveMessage message) {
        UUID connection = new Payload(message).id("connection");
        Conference now = rooms.read(message.subject());
        access.known(caller, now);
        SeatEntity seat = now.own(caller);
        if (!seat.uses(connection)) {
            throw Refusal.takenOver();
        }
        presence.heard(seat, message.socketId());
        if (!seat.present) {
            rooms.change(caller, message.subject(), conference -> {
                SeatEntity same = conference.own(caller);
                if (same.uses(connection)) {
                    conference.returned(same);
                }
                return null;
            });
        }
    }

    /** Its seats are kept for a while. */
    @Override
    public void closed(Caller caller, UUID socketId) {
        presence.closed(socketId).forEach((seat, requestId) -> timer.lost(requestId, seat));
    }
}
