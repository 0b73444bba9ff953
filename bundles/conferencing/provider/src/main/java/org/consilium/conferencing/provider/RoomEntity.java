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
import org.consilium.conferencing.api.ConferenceState;
import org.consilium.conferencing.api.Recording;
import org.consilium.conferencing.api.Ring;
import org.consilium.platform.persistence.InstantConverter;

/** The room of one request and its conference that goes on or was the last one; changed by {@link Conference}. */
@Entity
@Table(name = "conferencing_room")
class RoomEntity {
    @Id
    @Column(name = "request_id")
    String requestId;

    @Column(name = "room_number")
    long number;

    @Enumerated(EnumType.STRING)
    ConferenceState state = ConferenceState.NONE;

    @Column(name = "conference_id")
    String conferenceId;

    @Column(name = "room_name")
    String roomName;

    String engine;

    /** Whom hints go to while requests are away. */
    @Column(name = "filer_id")
    String filerId;

    @Column(name = "consultant_id")
    String consultantId;

    @Column(name = "opened_at")
    @Convert(converter = InstantConverter.class)
    Instant openedAt;

    @Column(name = "started_at")
    @Convert(converter = InstantConverter.class)
    Instant startedAt;

    @Column(name = "ended_at")
    @Convert(converter = InstantConverter.class)
    Instant endedAt;

    @Column(name = "host_id")
    String hostId;

    @Column(name = "lender_id")
    String lenderId;

    @Column(name = "next_order")
    long nextOrder = 1;

    @Column(name = "delay_minutes")
    int delayMinutes;

    /** Whether it was told that the patient is awaited in this conference. */
    boolean awaited;

    @Column(name = "ring_id")
    String ringId;

    @Enumerated(EnumType.STRING)
    @Column(name = "ring_state")
    Ring.State ringState;

    @Column(name = "ring_by")
    String ringBy;

    @Column(name = "ring_at")
    @Convert(converter = InstantConverter.class)
    Instant ringAt;

    @Column(name = "ring_until")
    @Convert(converter = InstantConverter.class)
    Instant ringUntil;

    @Enumerated(EnumType.STRING)
    @Column(name = "recording_state")
    Recording.State recordingState = Recording.State.OFF;

    @Column(name = "recording_since")
    @Convert(converter = InstantConverter.class)
    Instant recordingSince;

    @Column(name = "recording_name")
    String recordingName;

    @Column(name = "last_message")
    long lastMessage;

    /** Number of the newest entry of the log. */
    @Column(name = "last_entry")
    long lastEntry;

    /** When something runs out: a ring, a seat. */
    @Column(name = "due_at")
    @Convert(converter = InstantConverter.class)
    Instant dueAt;

    protected RoomEntity() {}

    RoomEntity(UUID requestId) {
        this.requestId = requestId.toString();
    }

    UUID uuid() {
        return UUID.fromString(requestId);
    }

    boolean rings() {
        return ringState == Ring.State.RINGING;
    }
}
