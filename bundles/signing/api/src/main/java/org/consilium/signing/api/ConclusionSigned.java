package org.consilium.signing.api;

import java.util.UUID;
import org.consilium.kernel.DomainEvent;

/**
 * A conclusion was signed, its signature found good and its archive kept. The request is executed by a further step.
 *
 * @param documentId of the signing domain
 * @param number 1 for the first version, counting on with each correction
 */
public record ConclusionSigned(UUID requestId, UUID documentId, int number) implements DomainEvent {
    @Override
    public String key() {
        return requestId.toString();
    }
}
