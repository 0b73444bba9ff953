package org.consilium.documents.provider;

import java.time.Instant;
import java.util.UUID;

/**
 * A file in the list of its request.
 *
 * @param folder folder in the list of the owner; empty for everybody else
 * @param ownerName short name of the member of staff who uploaded it; {@code null} when it came from the patient's side
 */
public record RequestFile(
        UUID id,
        String name,
        String type,
        long size,
        UUID requestId,
        UUID ownerId,
        boolean fromPatient,
        String folder,
        Instant uploadedAt,
        String ownerName) {}
