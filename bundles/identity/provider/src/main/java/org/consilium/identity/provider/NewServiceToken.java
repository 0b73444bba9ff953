package org.consilium.identity.provider;

import java.time.Instant;
import java.util.UUID;

/**
 * Makes a token.
 *
 * @param name which system gets it, at most 100 characters
 * @param expiresAt at most five years from now
 */
public record NewServiceToken(UUID id, UUID organisationId, String name, Instant expiresAt) {}
