package org.consilium.conferencing.provider;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.conferencing.api.Participant;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.persistence.InstantConverter;

/** Something that happened in a conference; never changed. */
@Entity
@Table(name = "conferencing_log")
class LogEntity {
    @Id
    String id;

    @Column(name = "request_id")
    String requestId;

    @Column(name = "conference_id")
    String conferenceId;

    /** 1, 2, 3 within a request: what happened in one change has one time. */
    @Column(name = "entry_number")
    long number;

    @Column(name = "happened_at")
    @Convert(converter = InstantConverter.class)
    Instant at;

    @Enumerated(EnumType.STRING)
    LogEntry.Kind kind;

    @Column(name = "person_name")
    String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "person_role")
    Participant.Role role;

    /** As {@link Details} writes them. */
    String details;

    protected LogEntity() {}

    /** @param seat whom it is about, {@code null} for nobody */
    LogEntity(RoomEntity room, LogEntry.Kind kind, SeatEntity seat, String details, Instant at) {
        id = Uuid7.next().toString();
        requestId = room.requestId;
        conferenceId = room.conferenceId;
        number = ++room.lastEntry;
        this.at = at;
        this.kind = kind;
        name = seat == null ? null : seat.name;
        role = seat == null ? null : seat.role;
        this.details = details;
    }
}
