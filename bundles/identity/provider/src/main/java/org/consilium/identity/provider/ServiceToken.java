package org.consilium.identity.provider;

import java.time.Instant;
import java.util.UUID;

/**
 * A token by which a system of an organisation comes in, without the secret itself.
 *
 * @param name which system has it
 * @param usedAt when it was last used, to the minute; {@code null} for never
 * @param revokedAt {@code null} while it is not
 */
public record ServiceToken(
        UUID id,
        UUID organisationId,
        String organisationName,
        String name,
        Instant createdAt,
        Instant expiresAt,
        Instant usedAt,
        Instant revokedAt) {}
