package org.consilium.chat.provider;

import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestReopened;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens the chat of a request that goes on. */
@Component(service = EventConsumer.class)
public class FollowRequestReopened implements EventConsumer<RequestReopened> {
    private final ChatLifecycle chats;

    @Activate
    public FollowRequestReopened(@Reference ChatLifecycle chats) {
        this.chats = chats;
    }

    @Override
    public Class<RequestReopened> eventType() {
        return RequestReopened.class;
    }

    @Override
    public void handle(RequestReopened event) {
        chats.follow(event.requestId());
    }
}
