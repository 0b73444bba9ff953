package org.consilium.conferencing.api;

import java.util.UUID;

/**
 * A colleague who was asked to watch.
 *
 * @param name short name, {@code null} while identity is away
 */
public record Listener(UUID id, UUID accountId, String name, String position, String organisation, State state) {
    /** What the patient's side said. */
    public enum State {
        ASKED,
        CONSENTED,
        REFUSED
    }
}
