package org.consilium.documents.api;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.osgi.annotation.versioning.ProviderType;

/** What other domains ask of documents. Checks the right on the document's request. Thread-safe. */
@ProviderType
public interface DocumentService {
    /** @throws org.consilium.kernel.ConsiliumException 404 {@code documents.not-found}, also without a right */
    Document get(Caller caller, UUID documentId);

    /** Several at once; those which the caller may not see are left out. */
    Map<UUID, Document> getAll(Caller caller, Collection<UUID> documentIds);

    /**
     * Notes that the document was posted where others read it, so that its owner cannot delete it any more. Joins the
     * caller's transaction: call it in the one that posts. Whoever may see the document may do it; doing it again
     * changes nothing.
     *
     * @return the document; the one who posts checks that its {@link Document#requestId()} is the request it is
     *     posted in
     * @throws org.consilium.kernel.ConsiliumException 404 {@code documents.not-found}, also without a right
     */
    Document markPosted(Caller caller, UUID documentId);
}
