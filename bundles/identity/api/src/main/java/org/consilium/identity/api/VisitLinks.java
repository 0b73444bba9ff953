package org.consilium.identity.api;

import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Personal links of patients: 256 random bits in the URL fragment, stored hashed, for the rights of one request. Thread-safe.
 */
@ProviderType
public interface VisitLinks {
    /** Makes a further link of the request; older ones go on working until they are revoked. The participants' staff and the system may. */
    IssuedLink issue(Caller caller, UUID requestId);

    /** Revokes every link of the request and ends the sessions that they opened. */
    void revokeAll(Caller caller, UUID requestId);

    /** What became of the request's links: openings, failed checks, consent. For participants. */
    LinkStatus status(Caller caller, UUID requestId);

    /** Whether the patient's side of the request gave its consent; the chat asks before it shows or takes anything. */
    boolean consented(UUID requestId);

    /** Ids of the request's links, which are the ids of its patient callers. */
    List<UUID> linksOf(UUID requestId);
}
