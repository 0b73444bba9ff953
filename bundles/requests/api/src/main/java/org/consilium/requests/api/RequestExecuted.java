package org.consilium.requests.api;

import java.util.UUID;
import org.consilium.kernel.DomainEvent;

/** A request was executed; nothing more is written to it. */
public record RequestExecuted(UUID requestId, Outcome outcome, String reason) implements DomainEvent {
    @Override
    public String key() {
        return requestId.toString();
    }
}
