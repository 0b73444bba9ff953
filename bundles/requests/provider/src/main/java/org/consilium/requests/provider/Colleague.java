package org.consilium.requests.provider;

import java.time.Instant;
import java.util.UUID;

/**
 * To whom a request can be handed over.
 *
 * @param sameTimeFree whether the visit can take place with him at its present time
 */
public record Colleague(
        UUID id,
        String fullName,
        String position,
        String speciality,
        String organisationName,
        boolean sameTimeFree,
        Instant nextFree) {}
