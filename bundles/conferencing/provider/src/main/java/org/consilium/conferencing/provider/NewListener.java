package org.consilium.conferencing.provider;

import java.util.UUID;

/** A colleague is asked to watch. */
public record NewListener(UUID id, UUID accountId) {}
