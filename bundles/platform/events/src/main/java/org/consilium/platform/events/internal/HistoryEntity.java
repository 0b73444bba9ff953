package org.consilium.platform.events.internal;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.persistence.InstantConverter;

/** What became of an event; never changed. */
@Entity(name = "History")
@Table(name = "events_history")
class HistoryEntity {
    /** What happened. */
    enum Outcome {
        WRITTEN,
        HANDLED,
        FAILED
    }

    @Id
    String id;

    @Column(name = "event_key")
    String eventKey;

    @Column(name = "event_type")
    String eventType;

    /** {@code null} when the event was written. */
    String consumer;

    @Column(name = "at_time")
    @Convert(converter = InstantConverter.class)
    Instant at;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    int attempt;

    String error;

    static HistoryEntity of(Outcome outcome, String type, String key, String consumer, int attempt, String error) {
        HistoryEntity row = new HistoryEntity();
        row.id = Uuid7.next().toString();
        row.eventKey = key;
        row.eventType = type;
        row.consumer = consumer;
        row.at = Instant.now();
        row.outcome = outcome;
        row.attempt = attempt;
        row.error = error;
        return row;
    }
}
