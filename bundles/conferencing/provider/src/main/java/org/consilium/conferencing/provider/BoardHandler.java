package org.consilium.conferencing.provider;

import java.time.Duration;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.platform.live.LiveHandler;
import org.consilium.platform.live.LiveMessage;
import org.consilium.platform.security.Attempts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Somebody draws. */
@Component(service = LiveHandler.class)
public class BoardHandler implements LiveHandler {
    private static final String TYPE = "conferencing.board";

    private final Boards boards;
    private final Attempts attempts;

    @Activate
    public BoardHandler(@Reference Boards boards, @Reference Attempts attempts) {
        this.boards = boards;
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
        attempts.take(TYPE, connection.toString(), 120, Duration.ofSeconds(10));
        boards.draw(caller, message.subject(), new BoardChange(connection, payload.elements()));
    }
}
