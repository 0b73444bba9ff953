package org.consilium.requests.api;

import java.util.UUID;
import org.consilium.kernel.DomainEvent;

/**
 * The filer mended a request that was given back to him.
 *
 * @param stage id of the stage to which it comes again
 */
public record RequestResubmitted(UUID requestId, String stage) implements DomainEvent {
    @Override
    public String key() {
        return requestId.toString();
    }
}
