package org.consilium.conferencing.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A request's room as one reader sees it.
 *
 * @param number rises with every change
 * @param conferenceId the conference that goes on or was the last one, {@code null} for none
 * @param startedAt when two were in the room for the first time, {@code null} for not yet
 * @param engine name of the engine of this conference, or of the next one
 * @param videoLimit how many may send pictures
 * @param hostId the host's participant id, {@code null} for none
 * @param lenderId who handed the host's right over and may take it back, {@code null} for nobody
 * @param me the reader's participant id, {@code null} when he is neither in the room nor before it
 * @param closed the request takes no more calls
 * @param delayMinutes by how much the doctor said he is late, 0 for not
 * @param ring the newest ring of this conference, {@code null} for none
 * @param participants in the order of {@link Participant#order()}
 * @param lastMessage number of the conference chat's newest message, 0 for none
 * @param boardNumber number of the newest change of the board, 0 for none
 * @param deviceCheck the patient's newest check; {@code null} for none, and for readers who are not staff of the request
 */
public record Room(
        UUID requestId,
        ConferenceState state,
        long number,
        UUID conferenceId,
        Instant startedAt,
        Instant endedAt,
        String engine,
        int videoLimit,
        UUID hostId,
        UUID lenderId,
        UUID me,
        boolean closed,
        int delayMinutes,
        Ring ring,
        List<Participant> participants,
        List<Listener> listeners,
        Recording recording,
        long lastMessage,
        long boardNumber,
        DeviceCheck deviceCheck) {
    public Room {
        participants = List.copyOf(participants);
        listeners = List.copyOf(listeners);
    }
}
