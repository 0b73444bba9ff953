package org.consilium.chat.api;

import java.util.UUID;
import org.consilium.kernel.DomainEvent;

/** A message was posted. */
public record ChatMessagePosted(UUID requestId, UUID messageId, boolean fromPatient) implements DomainEvent {
    @Override
    public String key() {
        return requestId.toString();
    }
}
