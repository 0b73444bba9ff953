package org.consilium.platform.events.internal;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;

/** An event on its way to one consumer; deleted when it was handled. */
@Entity(name = "Delivery")
@Table(name = "events_delivery")
class DeliveryEntity {
    @Id
    Long id;

    String consumer;

    @Column(name = "event_type")
    String eventType;

    @Column(name = "event_key")
    String eventKey;

    String payload;

    @Column(name = "created_at")
    @Convert(converter = InstantConverter.class)
    Instant createdAt;

    @Column(name = "next_attempt_at")
    @Convert(converter = InstantConverter.class)
    Instant nextAttemptAt;

    int attempts;

    @Column(name = "last_error")
    String lastError;

    boolean parked;
}
