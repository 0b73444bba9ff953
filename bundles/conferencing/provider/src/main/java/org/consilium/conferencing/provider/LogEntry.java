package org.consilium.conferencing.provider;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.consilium.conferencing.api.Participant;

/**
 * Something that happened in a conference.
 *
 * @param name whom it is about, {@code null} for nobody
 */
public record LogEntry(
        Instant at, Kind kind, String name, Participant.Role role, UUID conferenceId, Map<String, String> detail) {
    /** What happened. */
    public enum Kind {
        RANG,
        ANSWERED,
        DECLINED,
        UNANSWERED,
        CANCELLED,
        ENTERED,
        WAITED,
        ADMITTED,
        PUT_BACK,
        REFUSED,
        RECONNECTING,
        RETURNED,
        LEFT,
        HOST,
        MUTED,
        QUALITY,
        RECORDING_ON,
        RECORDING_OFF,
        ENDED
    }
}
