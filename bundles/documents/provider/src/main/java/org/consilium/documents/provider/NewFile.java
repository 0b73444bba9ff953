package org.consilium.documents.provider;

import java.util.UUID;

/**
 * What an uploader says about a file.
 *
 * @param id made by the client; the same one again is the same upload
 * @param requestId the request that it belongs to, {@code null} for a private file
 */
record NewFile(UUID id, String name, String folder, UUID requestId) {}
