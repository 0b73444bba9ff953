package org.consilium.scheduling.api;

import java.time.Instant;
import java.util.UUID;

/**
 * An absence to enter.
 *
 * @param id made by the client (UUIDv7); the same id again answers the same absence
 * @param end exclusive, after start and at most 400 days after it
 */
public record NewAbsence(UUID id, UUID doctorId, Instant start, Instant end, AbsenceReason reason) {}
