package org.consilium.platform.events.internal;

import java.time.Instant;

/** What an operator sees of a delivery that was not handled yet. */
record PendingDelivery(
        long id,
        String consumer,
        String eventType,
        String key,
        Instant createdAt,
        Instant nextAttemptAt,
        int attempts,
        String lastError,
        boolean parked) {}
