package org.consilium.requests.provider;

import java.time.Instant;
import java.util.UUID;

/**
 * A doctor who is offered for a draft.
 *
 * @param self whether it is the filer
 * @param nextFree start of the next free slot; {@code null} when there is none soon or the schedule is away
 */
public record Consultant(
        UUID id,
        String fullName,
        String shortName,
        String position,
        String speciality,
        String organisationName,
        boolean self,
        Instant nextFree) {}
