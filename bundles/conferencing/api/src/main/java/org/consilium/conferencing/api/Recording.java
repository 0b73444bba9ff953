package org.consilium.conferencing.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Recording of a conference; off unless everybody in the room agreed.
 *
 * @param since when it was asked or began, {@code null} when off
 * @param agreed participants who agreed
 * @param supported whether the engine can record
 */
public record Recording(State state, Instant since, List<UUID> agreed, boolean supported) {
    /** Where the question stands. */
    public enum State {
        OFF,
        ASKED,
        ON
    }

    public Recording {
        agreed = List.copyOf(agreed);
    }
}
