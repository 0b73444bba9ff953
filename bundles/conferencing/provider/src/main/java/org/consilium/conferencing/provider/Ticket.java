package org.consilium.conferencing.provider;

import java.util.UUID;
import org.consilium.conferencing.api.Participant;
import org.consilium.conferencing.api.Room;

/**
 * What somebody needs to take part.
 *
 * @param roomName random; {@code null} in the waiting room, as access and ice
 * @param access what the engine's library in the page needs, {@code null} for none
 * @param publish whether sound may be sent; false for listeners
 * @param video whether pictures may be sent just now
 */
public record Ticket(
        UUID participantId,
        UUID connection,
        Participant.State state,
        String engine,
        String roomName,
        String access,
        boolean publish,
        boolean video,
        Ice ice,
        Room room) {}
