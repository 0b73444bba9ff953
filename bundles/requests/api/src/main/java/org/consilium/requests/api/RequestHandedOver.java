package org.consilium.requests.api;

import java.time.Instant;
import java.util.UUID;
import org.consilium.kernel.DomainEvent;

/**
 * A request has another consultant.
 *
 * @param from the consultant before; he takes part no more, unless he filed the request
 * @param to the consultant now
 * @param previousStart when the visit was to begin, {@code null} for none
 * @param visitStart when it begins now, {@code null} for none
 */
public record RequestHandedOver(UUID requestId, UUID from, UUID to, Instant previousStart, Instant visitStart)
        implements DomainEvent {
    @Override
    public String key() {
        return requestId.toString();
    }
}
