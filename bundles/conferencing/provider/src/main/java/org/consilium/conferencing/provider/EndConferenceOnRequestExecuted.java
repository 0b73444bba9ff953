package org.consilium.conferencing.provider;

import org.consilium.kernel.Caller;
import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestExecuted;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nobody goes on talking in the room of a closed request. */
@Component(service = EventConsumer.class)
public class EndConferenceOnRequestExecuted implements EventConsumer<RequestExecuted> {
    private final Rooms rooms;

    @Activate
    public EndConferenceOnRequestExecuted(@Reference Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public Class<RequestExecuted> eventType() {
        return RequestExecuted.class;
    }

    @Override
    public void handle(RequestExecuted event) {
        rooms.changeExisting(Caller.system("conferencing"), event.requestId(), Conference::end);
    }
}
