package org.consilium.conferencing.api;

import java.util.UUID;
import org.consilium.kernel.DomainEvent;

/** Two are in the room; told once a conference. */
public record ConferenceStarted(UUID requestId, UUID conferenceId) implements DomainEvent {
    @Override
    public String key() {
        return requestId.toString();
    }
}
