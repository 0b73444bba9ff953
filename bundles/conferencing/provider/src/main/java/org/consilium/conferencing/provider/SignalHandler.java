package org.consilium.conferencing.provider;

import java.time.Duration;
import java.util.List;
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

/** Brings offers, answers and candidates from one participant to another, when both are in the same room. Nothing is kept. */
@Component(service = LiveHandler.class)
public class SignalHandler implements LiveHandler {
    private static final String TYPE = "conferencing.signal";
    private static final int MAX_DATA = 200_000;

    private final Rooms rooms;
    private final Access access;
    private final Presence presence;
    private final Live live;
    private final Attempts attempts;

    @Activate
    public SignalHandler(
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
        UUID to = payload.id("to");
        String data = payload.text("data", MAX_DATA);
        attempts.take(TYPE, connection.toString(), 400, Duration.ofSeconds(10));
        Conference conference = rooms.read(message.subject());
        access.known(caller, conference);
        SeatEntity sender = conference.ownInRoom(caller, connection);
        SeatEntity other = conference
                .admitted()
                .filter(seat -> seat.uuid().equals(to) && seat != sender)
                .findFirst()
                .orElseThrow(Refusal::notInRoom);
        Hint signal = new Hint(
                TYPE,
                message.subject(),
                0,
                Map.of(
                        "from", sender.id,
                        "fromConnection", sender.connection,
                        "toConnection", other.connection,
                        "data", data));
        UUID socket = presence.socketOf(other);
        if (socket == null) {
            live.send(List.of(other.personId()), signal);
        } else {
            live.sendToSocket(socket, signal);
        }
    }
}
