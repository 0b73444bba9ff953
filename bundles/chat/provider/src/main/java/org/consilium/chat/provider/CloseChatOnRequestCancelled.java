package org.consilium.chat.provider;

import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestCancelled;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Closes the chat with its request, so that nobody waits for an answer to a request that was given up. */
@Component(service = EventConsumer.class)
public class CloseChatOnRequestCancelled implements EventConsumer<RequestCancelled> {
    private final ChatLifecycle chats;

    @Activate
    public CloseChatOnRequestCancelled(@Reference ChatLifecycle chats) {
        this.chats = chats;
    }

    @Override
    public Class<RequestCancelled> eventType() {
        return RequestCancelled.class;
    }

    @Override
    public void handle(RequestCancelled event) {
        chats.follow(event.requestId());
    }
}
