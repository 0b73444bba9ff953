package org.consilium.requests.api;

import java.util.UUID;
import org.consilium.kernel.DomainEvent;

/** A request is in work again: it was executed and reopened, or its signature did not come about. */
public record RequestReopened(UUID requestId) implements DomainEvent {
    @Override
    public String key() {
        return requestId.toString();
    }
}
