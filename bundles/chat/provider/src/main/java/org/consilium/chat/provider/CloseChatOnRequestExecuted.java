package org.consilium.chat.provider;

import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestExecuted;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Closes the chat with its request, so that nobody waits for an answer in a finished consultation. */
@Component(service = EventConsumer.class)
public class CloseChatOnRequestExecuted implements EventConsumer<RequestExecuted> {
    private final ChatLifecycle chats;

    @Activate
    public CloseChatOnRequestExecuted(@Reference ChatLifecycle chats) {
        this.chats = chats;
    }

    @Override
    public Class<RequestExecuted> eventType() {
        return RequestExecuted.class;
    }

    @Override
    public void handle(RequestExecuted event) {
        chats.follow(event.requestId());
    }
}
