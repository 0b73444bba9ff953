package org.consilium.conferencing.provider;

import org.consilium.kernel.Caller;
import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestHandedOver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who gave a request away leaves its room, and the new consultant gets the hints. */
@Component(service = EventConsumer.class)
public class PutOutOnRequestHandedOver implements EventConsumer<RequestHandedOver> {
    private final Rooms rooms;
    private final Presence presence;

    @Activate
    public PutOutOnRequestHandedOver(@Reference Rooms rooms, @Reference Presence presence) {
        this.rooms = rooms;
        this.presence = presence;
    }

    @Override
    public Class<RequestHandedOver> eventType() {
        return RequestHandedOver.class;
    }

    @Override
    public void handle(RequestHandedOver event) {
        rooms.changeExisting(Caller.system("conferencing"), event.requestId(), conference -> {
            conference.room.consultantId = event.to().toString();
            conference.touch();
            boolean stays = event.from().toString().equals(conference.room.filerId)
                    || event.from().equals(event.to());
            conference
                    .seatOf(event.from())
                    .filter(seat -> seat.isOpen() && seat.isStaff() && !stays)
                    .ifPresent(seat -> {
                        conference.leave(seat, LogEntry.Kind.REFUSED);
                        presence.gone(seat);
                    });
        });
    }
}
