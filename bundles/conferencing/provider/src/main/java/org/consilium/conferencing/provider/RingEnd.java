package org.consilium.conferencing.provider;

import java.util.UUID;

/** The patient declines, or the doctor stops. */
public record RingEnd(UUID ringId) {}
