package org.consilium.documents.api;

import java.io.InputStream;
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

    /**
     * Keeps a file that the server made: a conclusion, an archive, a picture of a board. Joins the caller's transaction; the content is on the
     * disk before it commits. Whoever asks has checked the right to write to the request, which here may be closed; quotas are counted and do
     * not refuse.
     *
     * @throws org.consilium.kernel.ConsiliumException 404 {@code requests.not-found} when the caller does not take part in the request, 409 {@code
     *     documents.id-taken} when another file has this id, 413 {@code documents.too-large}
     */
    Document store(Caller caller, NewStoredFile file);

    /**
     * The content of a file, whoever wrote it. The caller closes the stream.
     *
     * @throws org.consilium.kernel.ConsiliumException 404 {@code documents.not-found}, also without a right
     */
    InputStream read(Caller caller, UUID documentId);

    /**
     * Takes back a file that {@link #store} kept and that came to nothing, such as a conclusion that was never signed; also a read-only one. Joins
     * the caller's transaction. Nothing happens when it is not there.
     *
     * @throws org.consilium.kernel.ConsiliumException 404 {@code documents.not-found} when it is another's
     */
    void discard(Caller caller, UUID documentId);

    /**
     * Adds files from the caller's own list to a request: a private one becomes the request's, one that belongs to a request already is copied.
     * Joins the caller's transaction. Whoever asks has checked the right to write to the request.
     *
     * @throws org.consilium.kernel.ConsiliumException 404 {@code documents.not-found} when one is not the caller's own, 404 {@code
     *     requests.not-found} when he does not take part in the request, 409 {@code documents.quota}
     */
    void attach(Caller caller, UUID requestId, Collection<UUID> documentIds);

    /**
     * Deletes those of the files that are the caller's own and still private: uploaded for something that came to nothing. Joins the caller's
     * transaction. Others are left alone.
     */
    void release(Caller caller, Collection<UUID> documentIds);
}
