package org.consilium.requests.api;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consilium.routes.api.Finishing;
import org.consilium.routes.api.RouteForm;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the route of a request says about its end, exactly as it was when the request was filed. It checks no right: ask for a request that
 * the caller may see. Thread-safe.
 */
@ProviderType
public interface RouteForms {
    /**
     * The form of the conclusion; empty when the route has none.
     *
     * @throws org.consilium.kernel.ConsiliumException 404 {@code requests.not-found}
     */
    Optional<RouteForm> conclusion(UUID requestId);

    /**
     * The ways in which the request may be finished, at least one.
     *
     * @throws org.consilium.kernel.ConsiliumException 404 {@code requests.not-found}
     */
    Set<Finishing> finishing(UUID requestId);
}
