package org.consilium.chat.provider;

import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestSubmitted;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the chat of a submitted request, so that every request has its chat as soon as it has a consultant, whoever filed it. */
@Component(service = EventConsumer.class)
public class OpenChatOnRequestSubmitted implements EventConsumer<RequestSubmitted> {
    private final ChatLifecycle chats;

    @Activate
    public OpenChatOnRequestSubmitted(@Reference ChatLifecycle chats) {
        this.chats = chats;
    }

    @Override
    public Class<RequestSubmitted> eventType() {
        return RequestSubmitted.class;
    }

    @Override
    public void handle(RequestSubmitted event) {
        chats.open(event.requestId());
    }
}
