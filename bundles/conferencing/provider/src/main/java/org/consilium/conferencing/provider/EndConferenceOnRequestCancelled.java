package org.consilium.conferencing.provider;

import org.consilium.kernel.Caller;
import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestCancelled;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nobody goes on talking in the room of a closed request. */
@Component(service = EventConsumer.class)
public class EndConferenceOnRequestCancelled implements EventConsumer<RequestCancelled> {
    private final Rooms rooms;

    @Activate
    public EndConferenceOnRequestCancelled(@Reference Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public Class<RequestCancelled> eventType() {
        return RequestCancelled.class;
    }

    @Override
    public void handle(RequestCancelled event) {
        rooms.changeExisting(Caller.system("conferencing"), event.requestId(), Conference::end);
    }
}
