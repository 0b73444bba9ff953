package org.consilium.chat.provider;

import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestHandedOver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The consultant of the request takes part in its chat, the one before no more. */
@Component(service = EventConsumer.class)
public class FollowRequestHandedOver implements EventConsumer<RequestHandedOver> {
    private final ChatLifecycle chats;

    @Activate
    public FollowRequestHandedOver(@Reference ChatLifecycle chats) {
        this.chats = chats;
    }

    @Override
    public Class<RequestHandedOver> eventType() {
        return RequestHandedOver.class;
    }

    @Override
    public void handle(RequestHandedOver event) {
        chats.follow(event.requestId());
    }
}
