package org.consilium.conferencing.provider;

import java.util.UUID;

/** A doctor rings. */
public record NewRing(UUID id, UUID connection) {}
