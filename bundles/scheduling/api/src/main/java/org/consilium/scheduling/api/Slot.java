package org.consilium.scheduling.api;

import java.time.Instant;

/** A free slot. */
public record Slot(Instant start, int minutes) {}
