package org.consilium.requests.api;

import java.util.UUID;
import org.consilium.kernel.DomainEvent;

/**
 * A stage of a request is done and the next one begins.
 *
 * @param stage id of the stage that begins
 * @param consultantId of the request from now on, {@code null} while nobody is named
 */
public record RequestAccepted(UUID requestId, String stage, UUID consultantId) implements DomainEvent {
    @Override
    public String key() {
        return requestId.toString();
    }
}
