package org.consilium.scheduling.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;
import org.consilium.scheduling.api.Visit;

/** A booked visit. It keeps its own length and buffer, so that no change of a template moves it. */
@Entity
@Table(name = "scheduling_visit")
class VisitEntity {
    @Id
    @Column(name = "request_id")
    String requestId;

    @Column(name = "doctor_id")
    String doctorId;

    @Column(name = "start_at")
    @Convert(converter = InstantConverter.class)
    Instant startAt;

    int minutes;

    @Column(name = "buffer_minutes")
    int bufferMinutes;

    String title;

    /** The account that booked it, {@code null} for the system. */
    @Column(name = "booked_by")
    String bookedBy;

    Instant endAt() {
        return startAt.plus(Duration.ofMinutes(minutes));
    }

    /** When the doctor is free again. */
    Instant freeAt() {
        return endAt().plus(Duration.ofMinutes(bufferMinutes));
    }

    Visit toVisit() {
        return new Visit(UUID.fromString(requestId), UUID.fromString(doctorId), startAt, minutes);
    }
}
