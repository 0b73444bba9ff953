package org.consilium.platform.events.internal;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;

/** A consumer that events are kept for. */
@Entity(name = "Consumer")
@Table(name = "events_consumer")
class ConsumerEntity {
    @Id
    String name;

    @Column(name = "event_type")
    String eventType;

    @Column(name = "registered_at")
    @Convert(converter = InstantConverter.class)
    Instant registeredAt;
}
