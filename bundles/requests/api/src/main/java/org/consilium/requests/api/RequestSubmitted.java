package org.consilium.requests.api;

import java.time.Instant;
import java.util.UUID;
import org.consilium.kernel.DomainEvent;

/**
 * A request was submitted and is in work.
 *
 * @param consultantId {@code null} while a coordinator has to name one
 * @param visitStart {@code null} for a request without a visit
 */
public record RequestSubmitted(UUID requestId, UUID filerId, UUID consultantId, Instant visitStart)
        implements DomainEvent {
    @Override
    public String key() {
        return requestId.toString();
    }
}
