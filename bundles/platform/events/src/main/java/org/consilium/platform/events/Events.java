package org.consilium.platform.events;

import org.consilium.kernel.DomainEvent;
import org.osgi.annotation.versioning.ProviderType;

/** Where a domain tells what happened. Thread-safe. */
@ProviderType
public interface Events {
    /**
     * Writes the event and one delivery for every consumer known to the database, in the caller's transaction; both vanish when it
     * rolls back.
     *
     * @throws IllegalStateException when no transaction is active
     */
    void append(DomainEvent event);
}
