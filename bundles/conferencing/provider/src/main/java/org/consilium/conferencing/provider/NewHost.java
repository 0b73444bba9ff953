package org.consilium.conferencing.provider;

import java.util.UUID;

/** Who is host from now on. */
public record NewHost(UUID participantId) {}
