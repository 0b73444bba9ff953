package org.consilium.chat.provider;

import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestAccepted;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the chat of a request whose consultant a coordinator named. */
@Component(service = EventConsumer.class)
public class OpenChatOnRequestAccepted implements EventConsumer<RequestAccepted> {
    private final ChatLifecycle chats;

    @Activate
    public OpenChatOnRequestAccepted(@Reference ChatLifecycle chats) {
        this.chats = chats;
    }

    @Override
    public Class<RequestAccepted> eventType() {
        return RequestAccepted.class;
    }

    @Override
    public void handle(RequestAccepted event) {
        chats.open(event.requestId());
        chats.follow(event.requestId());
    }
}
