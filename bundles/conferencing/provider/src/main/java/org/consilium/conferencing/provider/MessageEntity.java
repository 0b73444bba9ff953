package org.consilium.conferencing.provider;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.conferencing.api.Participant;
import org.consilium.platform.persistence.InstantConverter;

/** A message of the conference chat; never changed. */
@Entity
@Table(name = "conferencing_message")
class MessageEntity {
    @Id
    String id;

    @Column(name = "request_id")
    String requestId;

    @Column(name = "conference_id")
    String conferenceId;

    @Column(name = "message_number")
    long number;

    @Column(name = "posted_at")
    @Convert(converter = InstantConverter.class)
    Instant at;

    @Column(name = "seat_id")
    String seatId;

    String person;

    @Column(name = "author_name")
    String authorName;

    @Enumerated(EnumType.STRING)
    @Column(name = "author_role")
    Participant.Role authorRole;

    String body;

    protected MessageEntity() {}

    MessageEntity(UUID id, SeatEntity author, long number, String body, Instant at) {
        this.id = id.toString();
        requestId = author.requestId;
        conferenceId = author.conferenceId;
        this.number = number;
        this.at = at;
        seatId = author.id;
        person = author.person;
        authorName = author.name;
        authorRole = author.role;
        this.body = body;
    }

    Message toMessage(String reader) {
        return new Message(
                UUID.fromString(id),
                number,
                at,
                UUID.fromString(seatId),
                authorName,
                authorRole,
                person.equals(reader),
                body);
    }
}
