package org.consilium.requests.api;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.osgi.annotation.versioning.ProviderType;

/** What other domains ask of requests. Every method checks the caller's right on the request. Thread-safe. */
@ProviderType
public interface RequestService {
    /**
     * The request as its participants, whose turn it is, its patient and the system may see it.
     *
     * @throws org.consilium.kernel.ConsiliumException 404 {@code requests.not-found}, also when the caller has no right on it
     */
    RequestCard card(Caller caller, UUID requestId);

    /** Several at once; those which the caller may not see are left out. */
    Map<UUID, RequestCard> cards(Caller caller, Collection<UUID> requestIds);

    /**
     * The same as {@link #card}, for a write: locks the request's row until the caller's transaction ends, so that it cannot be closed in
     * between. Call it inside the transaction that writes.
     *
     * @throws org.consilium.kernel.ConsiliumException 409 {@code requests.closed} unless its state {@link RequestState#isWritable is writable}
     */
    RequestCard writable(Caller caller, UUID requestId);
}
