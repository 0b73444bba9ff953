package org.consilium.requests.api;

import java.time.Instant;
import java.util.UUID;
import org.consilium.kernel.DomainEvent;

/** The visit of a request takes place at another time. */
public record RequestMoved(UUID requestId, Instant previousStart, Instant visitStart) implements DomainEvent {
    @Override
    public String key() {
        return requestId.toString();
    }
}
