package org.consilium.requests.api;

import java.util.UUID;
import org.consilium.kernel.DomainEvent;

/** The conclusion of a request is written and waits for its signature; nothing more is written to the request. */
public record RequestAwaitsSignature(UUID requestId) implements DomainEvent {
    @Override
    public String key() {
        return requestId.toString();
    }
}
