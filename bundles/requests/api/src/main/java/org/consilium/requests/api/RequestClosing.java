package org.consilium.requests.api;

import java.util.UUID;
import org.consilium.kernel.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The ends of a request, for domains that make its conclusion. Every method belongs into the caller's own transaction, checks that the caller is
 * the consultant, locks the request's row and writes audit row, event and hint. Thread-safe.
 */
@ProviderType
public interface RequestClosing {
    /**
     * Locks the request for whoever is about to finish it: in work or awaiting its signature.
     *
     * @throws org.consilium.kernel.ConsiliumException 404 {@code requests.not-found}, 403 {@code requests.not-consultant}, 409 {@code
     *     requests.closed}
     */
    RequestCard toFinish(Caller caller, UUID requestId);

    /**
     * The conclusion is written and waits for its signature: nothing more is written to chat and files. Nothing happens when it awaits it
     * already. Tells {@link RequestAwaitsSignature}.
     */
    void awaitSignature(Caller caller, UUID requestId);

    /**
     * The signature did not come about: the request is in work again, chat and files are open. Nothing happens when it is in work.
     * Tells {@link RequestReopened}.
     */
    void resume(Caller caller, UUID requestId);

    /**
     * The request is executed. Tells {@link RequestExecuted}.
     *
     * @param reasonOrNull code of one of the route's reasons, for an end without a conclusion
     */
    void execute(Caller caller, UUID requestId, Outcome outcome, String reasonOrNull);
}
