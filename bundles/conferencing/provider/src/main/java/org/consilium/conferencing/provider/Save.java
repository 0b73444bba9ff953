package org.consilium.conferencing.provider;

import java.time.Instant;
import java.util.UUID;

/** A board that was saved; {@code number} is what the board was at. */
public record Save(UUID id, Instant at, String byName, UUID documentId, long number) {}
