package org.consilium.chat.provider;

import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestAwaitsSignature;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Closes the chat while the conclusion waits for its signature: nothing is written that the conclusion does not know. */
@Component(service = EventConsumer.class)
public class FollowRequestAwaitsSignature implements EventConsumer<RequestAwaitsSignature> {
    private final ChatLifecycle chats;

    @Activate
    public FollowRequestAwaitsSignature(@Reference ChatLifecycle chats) {
        this.chats = chats;
    }

    @Override
    public Class<RequestAwaitsSignature> eventType() {
        return RequestAwaitsSignature.class;
    }

    @Override
    public void handle(RequestAwaitsSignature event) {
        chats.follow(event.requestId());
    }
}
