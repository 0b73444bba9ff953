package org.consilium.conferencing.provider;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.platform.live.Hint;
import org.consilium.platform.live.Live;
import org.consilium.platform.live.LiveHandler;
import org.consilium.platform.live.LiveMessage;
import org.consilium.platform.security.Attempts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows to the others where somebody points on the board. Nothing is kept. */
@Component(service = LiveHandler.class)
public class PointerHandler implements LiveHandler {
    private static final String TYPE = "conferencing.pointer";
    private static final int MAX_DATA = 500;

    private final Rooms rooms;
    private final Access access;
    private final Presence presence;
    private final Live live;
    private final Attempts attempts;

    @Activate
    public PointerHandler(
            @Reference Rooms rooms,
            @Reference Access access,
            @Reference Presence presence,
            @Reference Live live,
            @Reference Attempts attempts) {
        this.rooms = rooms;
        this.access = access;
        this.presence = presence;
        this.live = live;
        this.attempts = attempts;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void handle(Caller caller, LiveMessage message) {
        Payload payload = new Payload(message);
        UUID connection = payload.id("connection");
        String data = payload.text("data", MAX_DATA);
        attempts.take(TYPE, connection.toString(), 120, Duration.ofSeconds(10));
        Conference conference = rooms.read(message.subject());
        access.known(caller, conference);
        SeatEntity sender = conference.ownInRoom(caller, connection);
        if (sender.isListener()) {
            throw Refusal.listener();
        }
        Hint pointer = new Hint(TYPE, message.subject(), 0, Map.of("from", sender.id, "data", data));
        conference.admitted().filter(seat -> seat != sender).forEach(seat -> {
            UUID socket = presence.socketOf(seat);
            if (socket != null) {
                live.sendToSocket(socket, pointer);
            }
        });
    }
}
