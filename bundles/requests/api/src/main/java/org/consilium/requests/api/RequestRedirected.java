package org.consilium.requests.api;

import java.util.UUID;
import org.consilium.kernel.DomainEvent;

/** A request that waits for a coordinator waits for another one. */
public record RequestRedirected(UUID requestId, UUID from, UUID to) implements DomainEvent {
    @Override
    public String key() {
        return requestId.toString();
    }
}
