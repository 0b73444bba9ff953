package org.consilium.conferencing.api;

import java.util.UUID;
import org.consilium.kernel.DomainEvent;

/**
 * A doctor rings the patient, or is in the room and waits for him; told once a conference.
 *
 * @param conferenceId the conference, for whoever must not tell of the same one twice
 */
public record PatientAwaited(UUID requestId, UUID conferenceId) implements DomainEvent {
    @Override
    public String key() {
        return requestId.toString();
    }
}
