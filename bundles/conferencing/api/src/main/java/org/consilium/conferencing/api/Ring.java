package org.consilium.conferencing.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A doctor rings the patient's side.
 *
 * @param byName the doctor's short name
 * @param until when it counts as unanswered
 * @param now the server's clock, for counting down
 */
public record Ring(UUID id, State state, String byName, Instant at, Instant until, Instant now) {
    /** What became of it. */
    public enum State {
        RINGING,
        ANSWERED,
        DECLINED,
        UNANSWERED,
        /** The doctor stopped. */
        CANCELLED
    }
}
