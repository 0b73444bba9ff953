package org.consilium.scheduling.api;

import java.time.Instant;
import java.util.UUID;

/** A booked visit; its id is the id of its request. */
public record Visit(UUID requestId, UUID doctorId, Instant start, int minutes) {}
