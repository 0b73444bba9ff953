package org.consilium.conferencing.provider;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.conferencing.api.ConferenceState;
import org.consilium.conferencing.api.DeviceCheck;

/**
 * Something goes on in the room of a request.
 *
 * @param inRoom whether the reader has a seat
 */
public record Call(
        UUID requestId,
        String requestName,
        ConferenceState state,
        List<Waiting> waiting,
        DeviceCheck deviceCheck,
        boolean inRoom) {
    /** Somebody in the waiting room. */
    public record Waiting(UUID participantId, String name, Instant since) {}
}
