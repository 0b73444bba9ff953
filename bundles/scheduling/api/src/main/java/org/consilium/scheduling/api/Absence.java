package org.consilium.scheduling.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A time in which a doctor takes no visits, whatever the templates say.
 *
 * @param end exclusive
 * @param reason why; {@code OTHER} for readers who may not know: only the doctor and the schedulers of the organisation may
 */
public record Absence(UUID id, UUID doctorId, Instant start, Instant end, AbsenceReason reason) {}
