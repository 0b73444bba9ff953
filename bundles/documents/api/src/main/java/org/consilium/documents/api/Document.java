package org.consilium.documents.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored file.
 *
 * @param name as the uploader's device called it: text, never a path
 * @param type media type found from the content, never the one that was claimed
 * @param size in bytes
 * @param requestId the request that it belongs to, {@code null} for a private file of its owner
 * @param ownerId the account or patient's link that uploaded it
 * @param folder folder in the owner's list, empty for none
 */
public record Document(
        UUID id,
        String name,
        String type,
        long size,
        UUID requestId,
        UUID ownerId,
        boolean fromPatient,
        String folder,
        Instant uploadedAt) {}
