package org.consilium.documents.provider;

import java.time.Instant;
import java.util.UUID;

/**
 * A file in its owner's list (S032).
 *
 * @param requestName name of the request that it belongs to, {@code null} for none
 * @param deletable whether its owner can delete it now
 */
public record OwnFile(
        UUID id,
        String name,
        String type,
        long size,
        UUID requestId,
        UUID ownerId,
        boolean fromPatient,
        String folder,
        Instant uploadedAt,
        String requestName,
        boolean deletable) {}
