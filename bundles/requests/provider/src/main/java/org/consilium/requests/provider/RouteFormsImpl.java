package org.consilium.requests.provider;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consilium.requests.api.RouteForms;
import org.consilium.routes.api.Finishing;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RouteForm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the stored description of a request's route says about its end. */
@Component(service = RouteForms.class)
public class RouteFormsImpl implements RouteForms {
    private final RequestRepository requests;
    private final DescribedRoutes routes;

    @Activate
    public RouteFormsImpl(@Reference RequestRepository requests, @Reference DescribedRoutes routes) {
        this.requests = requests;
        this.routes = routes;
    }

    @Override
    public Optional<RouteForm> conclusion(UUID requestId) {
        return Optional.ofNullable(route(requestId).conclusion());
    }

    @Override
    public Set<Finishing> finishing(UUID requestId) {
        return route(requestId).finishingOrUsual();
    }

    private RouteDescription route(UUID requestId) {
        return requests.find(requestId)
                .map(request -> routes.get(request.routeKey))
                .orElseThrow(RequestAccess::notFound);
    }
}
