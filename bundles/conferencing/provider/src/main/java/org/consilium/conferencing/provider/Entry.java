package org.consilium.conferencing.provider;

import java.util.UUID;

/** Somebody comes in, or comes back. */
public record Entry(UUID connection, boolean microphone, boolean camera) {}
