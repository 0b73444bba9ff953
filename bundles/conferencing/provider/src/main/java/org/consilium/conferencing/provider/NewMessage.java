package org.consilium.conferencing.provider;

import java.util.UUID;

/** A message for the conference chat; the same id again is the same message. */
public record NewMessage(UUID id, String text) {}
