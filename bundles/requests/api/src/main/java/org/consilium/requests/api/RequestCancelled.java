package org.consilium.requests.api;

import java.util.UUID;
import org.consilium.kernel.DomainEvent;

/** A request was cancelled before it was executed; its visit is free again. */
public record RequestCancelled(UUID requestId) implements DomainEvent {
    @Override
    public String key() {
        return requestId.toString();
    }
}
