package org.consilium.requests.api;

import java.util.UUID;
import org.consilium.kernel.DomainEvent;

/**
 * A request was given back to its filer, who has to mend it.
 *
 * @param stage id of the stage to which it comes again
 */
public record RequestReturned(UUID requestId, String stage) implements DomainEvent {
    @Override
    public String key() {
        return requestId.toString();
    }
}
