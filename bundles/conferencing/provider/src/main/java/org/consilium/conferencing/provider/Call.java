package org.consilium.conferencing.provider;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.conferencing.api.ConferenceState;
import org.consilium.conferencing.api.DeviceCheck;

/**
 * Something goes on in the room of a request.
 *
 * @param waiting empty for who only watches
 * @param inRoom whether the reader has a seat
 * @param watching the reader was asked to watch, and the patient's side agreed
 */
public record Call(
        UUID requestId,
        String requestName,
        ConferenceState state,
        List<Waiting> waiting,
        DeviceCheck deviceCheck,
        boolean inRoom,
        boolean watching) {
    /** Somebody in the waiting room. */
    public record Waiting(UUID participantId, String name, Instant since) {}
}
