package org.consilium.platform.events;

import org.consilium.kernel.DomainEvent;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes the events of one type. Registered as an OSGi service; on its first arrival the platform remembers it, and from then on keeps
 * every event for it, also while its bundle is away. Events of one key come in order, one at a time; different keys may come
 * in parallel, so implementations are thread-safe.
 */
@ConsumerType
public interface EventConsumer<E extends DomainEvent> {
    /** The record to read the event into. */
    Class<E> eventType();

    /** The stable name under which deliveries are kept, for example {@code chat.OpenChatOnRequestSubmitted}. */
    default String name() {
        String domain = getClass().getPackageName().split("\\.")[2];
        return domain + "." + getClass().getSimpleName();
    }

    /**
     * Handles one event in a transaction of its own, in which the delivery is deleted. An exception rolls both back; it is tried
     * again with growing pauses, ten times, then parked until an operator retries it.
     */
    void handle(E event);
}
