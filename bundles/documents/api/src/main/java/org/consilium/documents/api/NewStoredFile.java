package org.consilium.documents.api;

import java.util.UUID;

/**
 * A file that another domain made.
 *
 * @param id made by whoever asks; the same one again with the same content is the same file
 * @param requestId the request that it belongs to, {@code null} for a private file of its owner
 * @param ownerId in whose list it stands; {@code null} for the caller, and needed when the system asks
 * @param name with its ending: text, never a path
 * @param type media type of the content; it is believed
 * @param folder folder in the owner's list, empty for none
 * @param readOnly whether nobody can rename or delete it
 */
public record NewStoredFile(
        UUID id,
        UUID requestId,
        UUID ownerId,
        String name,
        String type,
        String folder,
        byte[] content,
        boolean readOnly) {}
