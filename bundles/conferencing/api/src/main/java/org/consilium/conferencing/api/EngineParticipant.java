package org.consilium.conferencing.api;

import java.util.UUID;

/**
 * Who gets a pass. Nothing personal goes to a media server: it knows a random id and a right.
 *
 * @param id the participant's id in the room
 * @param previousConnection the connection of his earlier pass, which ends; {@code null} for none
 * @param publishes false for listeners, who only watch
 */
public record EngineParticipant(UUID id, String previousConnection, boolean publishes) {}
