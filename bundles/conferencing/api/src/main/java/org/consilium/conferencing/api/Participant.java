package org.consilium.conferencing.api;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody in the room or in the waiting room (S176).
 *
 * @param id of the seat; the same person has another one in the next conference
 * @param accountId {@code null} for the patient's side
 * @param microphone switched on
 * @param camera switched on
 * @param broadcasting «Вещание»; switched off nothing is sent, whatever the other switches say
 * @param screen shares a screen
 * @param mutedByHost the host switched the microphone off and it was not switched on since
 * @param videoAllowed whether the engine takes this participant's pictures
 * @param order the later one of two makes the first offer and is polite
 * @param connection the tab
 * @param since when the person came into the waiting room or the room
 * @param quality what his page measured last, {@code null} for nothing yet
 */
public record Participant(
        UUID id,
        String name,
        Role role,
        UUID accountId,
        State state,
        Presence presence,
        boolean host,
        boolean microphone,
        boolean camera,
        boolean broadcasting,
        boolean screen,
        boolean mutedByHost,
        boolean videoAllowed,
        long order,
        UUID connection,
        Instant since,
        Quality quality) {
    /** What somebody is in a conference. */
    public enum Role {
        STAFF,
        PATIENT,
        /** Watches and sends nothing. */
        LISTENER
    }

    /** Where a participant is. */
    public enum State {
        /** In the waiting room. */
        WAITING,
        /** In the room. */
        ADMITTED
    }

    /** Whether the tab is heard. */
    public enum Presence {
        PRESENT,
        /** Not heard of; the seat is kept for a while. */
        RECONNECTING
    }
}
