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
import org.consilium.conferencing.api.Quality;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.persistence.InstantConverter;

/** One person's place in a conference. */
@Entity
@Table(name = "conferencing_seat")
class SeatEntity {
    /** Where the person is. */
    enum State {
        WAITING,
        ADMITTED,
        LEFT
    }

    @Id
    String id;

    @Column(name = "request_id")
    String requestId;

    @Column(name = "conference_id")
    String conferenceId;

    /** The account, or the patient's link. */
    String person;

    @Enumerated(EnumType.STRING)
    @Column(name = "seat_role")
    Participant.Role role;

    @Column(name = "person_name")
    String name;

    @Enumerated(EnumType.STRING)
    State state = State.LEFT;

    boolean present;

    @Column(name = "lost_at")
    @Convert(converter = InstantConverter.class)
    Instant lostAt;

    boolean microphone;
    boolean camera;
    boolean broadcasting;
    boolean screen;

    @Column(name = "muted_by_host")
    boolean mutedByHost;

    @Column(name = "seat_order")
    long order;

    String connection;

    @Column(name = "engine_connection")
    String engineConnection;

    @Column(name = "came_at")
    @Convert(converter = InstantConverter.class)
    Instant cameAt;

    @Column(name = "admitted_at")
    @Convert(converter = InstantConverter.class)
    Instant admittedAt;

    @Column(name = "recording_agreed")
    boolean recordingAgreed;

    @Enumerated(EnumType.STRING)
    @Column(name = "quality_level")
    Quality.Level qualityLevel;

    @Enumerated(EnumType.STRING)
    @Column(name = "quality_rung")
    Quality.Rung qualityRung;

    @Column(name = "quality_loss")
    double qualityLoss;

    @Column(name = "quality_round_trip")
    int qualityRoundTrip;

    protected SeatEntity() {}

    SeatEntity(RoomEntity room, Member member) {
        id = Uuid7.next().toString();
        requestId = room.requestId;
        conferenceId = room.conferenceId;
        person = member.person().toString();
        role = member.role();
        name = member.name();
    }

    UUID uuid() {
        return UUID.fromString(id);
    }

    UUID personId() {
        return UUID.fromString(person);
    }

    boolean isOpen() {
        return state != State.LEFT;
    }

    boolean isAdmitted() {
        return state == State.ADMITTED;
    }

    boolean isStaff() {
        return role == Participant.Role.STAFF;
    }

    boolean isPatient() {
        return role == Participant.Role.PATIENT;
    }

    boolean isListener() {
        return role == Participant.Role.LISTENER;
    }

    boolean uses(UUID tab) {
        return tab != null && tab.toString().equals(connection);
    }

    Quality quality() {
        return qualityLevel == null ? null : new Quality(qualityLevel, qualityRung, qualityLoss, qualityRoundTrip);
    }
}
