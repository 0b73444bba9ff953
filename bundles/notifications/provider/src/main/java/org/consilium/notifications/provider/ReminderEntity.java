package org.consilium.notifications.provider;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;

/** A reminder that waits for its time. */
@Entity
@Table(name = "notifications_reminder")
class ReminderEntity {
    @Id
    String id;

    @Column(name = "request_id")
    String requestId;

    @Column(name = "lead_minutes")
    int leadMinutes;

    @Column(name = "visit_start")
    @Convert(converter = InstantConverter.class)
    Instant visitStart;

    @Column(name = "due_at")
    @Convert(converter = InstantConverter.class)
    Instant dueAt;

    UUID request() {
        return UUID.fromString(requestId);
    }
}
