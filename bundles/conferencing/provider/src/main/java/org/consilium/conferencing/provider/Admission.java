package org.consilium.conferencing.provider;

import java.util.UUID;

/** The host's word on who is in the room. */
public record Admission(UUID participantId, Decision decision) {
    /** What shall become of a participant. */
    public enum Decision {
        ADMIT,
        /** Back to the waiting room. */
        WAIT,
        /** Turned away; may knock again. */
        DECLINE
    }
}
