package org.consilium.conferencing.api;

import java.util.UUID;
import org.consilium.kernel.DomainEvent;

/**
 * A conference is over.
 *
 * @param seconds from the moment when two were in the room to the end, 0 when they never were
 */
public record ConferenceEnded(UUID requestId, UUID conferenceId, long seconds) implements DomainEvent {
    @Override
    public String key() {
        return requestId.toString();
    }
}
