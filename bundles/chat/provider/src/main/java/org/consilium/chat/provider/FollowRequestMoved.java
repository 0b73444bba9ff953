package org.consilium.chat.provider;

import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestMoved;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The chat shows the new time of the visit. */
@Component(service = EventConsumer.class)
public class FollowRequestMoved implements EventConsumer<RequestMoved> {
    private final ChatLifecycle chats;

    @Activate
    public FollowRequestMoved(@Reference ChatLifecycle chats) {
        this.chats = chats;
    }

    @Override
    public Class<RequestMoved> eventType() {
        return RequestMoved.class;
    }

    @Override
    public void handle(RequestMoved event) {
        chats.follow(event.requestId());
    }
}
